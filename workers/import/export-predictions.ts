/** What the model thinks of the items nobody has labelled, with the probability of each class. */
import type { Item, ProjectId } from '../../src/domain/records.ts';
import { AS_IT_SAYS, type CalibrationMap } from '../../src/domain/trust/calibration/map.ts';
import { csv } from '../../src/formats/csv.ts';
import { safeRow } from '../../src/formats/spreadsheet-safe.ts';
import type { Storage } from '../../src/storage/api.ts';
import type { ReadProblem } from '../learn/session/inputs.ts';
import type { ScoreBlock } from '../learn/session/pool/score-blocks.ts';
import { proposeFor } from '../learn/session/proposals.ts';
import { contentCells, contentColumns, hasFiles } from './content-cells.ts';
import { createBlobBuilder, type ExportContext, openExport } from './export-context.ts';
import { ImportFailure } from './failure.ts';
import { openScores, type Scores } from './pool-scores.ts';

/** Why there is no prediction, in the column `not_read`. */
const NOT_READ: Readonly<Record<ReadProblem, string>> = {
  missing: 'its file is not on this device',
  damaged: 'its file is damaged or of a kind that this browser cannot open',
};

/** Of an item that could not be read the row says so, and the prediction is empty. */
export async function exportPredictions(
  storage: Storage,
  projectId: ProjectId,
  kind: 'csv' | 'jsonl',
): Promise<Blob> {
  const context = await openExport(storage, projectId);
  const live = await storage.caches.get<Scores>(projectId, 'live');
  if (!live || live.classIds.length === 0) {
    throw new ImportFailure('not-found', 'There is no model yet: answer a few questions first.');
  }
  const type = kind === 'csv' ? 'text/csv;charset=utf-8' : 'application/jsonl;charset=utf-8';
  const builder = createBlobBuilder(type);
  const columns = columnsOf(live, context);
  if (kind === 'csv') builder.add(`\uFEFF${csv.write.header(columns)}`);
  const scoresAt = openScores(storage, projectId, live);
  const { calibration = AS_IT_SAYS } = live;
  for await (const items of context.items()) {
    for (const item of items) {
      if (item.given || context.state.labels.get(item.id)?.kind === 'answered') continue;
      const scores = await scoresAt(item.ordinal);
      if (!scores) continue; // Added since the model last scored the pool.
      const row = predictionRow(item, { scores, calibration }, context);
      builder.add(
        kind === 'csv' ? csv.write.row(safeRow(flat(row)), columns) : `${JSON.stringify(row)}\n`,
      );
    }
  }
  return builder.build();
}

function columnsOf(live: Scores, { state, nameOf }: ExportContext): readonly string[] {
  const { modality } = state.project;
  return [
    'id',
    'external_id',
    ...contentColumns(modality),
    'prediction',
    'probability',
    ...live.classIds.map((id) => `p_${nameOf(id)}`),
    ...(hasFiles(modality) ? ['not_read'] : []),
  ];
}

interface PredictionRecord {
  readonly id: string;
  readonly external_id: string | null;
  readonly prediction: readonly string[] | null;
  readonly probability: number | null;
  readonly probabilities: Readonly<Record<string, number>>;
  readonly model: string | null;
  /** Only where items are files: why this one was not read, or null. */
  readonly not_read?: string | null;
}

function predictionRow(
  item: Item,
  { scores, calibration }: { readonly scores: ScoreBlock; readonly calibration: CalibrationMap },
  { state, nameOf }: ExportContext,
): PredictionRecord {
  const problem = scores.unread?.get(item.ordinal);
  const proposal = problem
    ? null
    : proposeFor({
        probabilities: scores.probabilities,
        row: item.ordinal - scores.first,
        classIds: scores.classIds,
        mode: state.project.mode,
        calibration,
      });
  return {
    id: item.id,
    external_id: item.externalId,
    ...contentCells(item.content),
    prediction: proposal?.classes.map(nameOf) ?? null,
    probability: proposal?.probability ?? null,
    probabilities: Object.fromEntries(
      (proposal?.all ?? []).map((one) => [nameOf(one.classId), one.probability]),
    ),
    model: scores.learnedUpTo,
    ...(hasFiles(state.project.modality) && { not_read: problem ? NOT_READ[problem] : null }),
  };
}

function flat(row: PredictionRecord): Record<string, unknown> {
  const { probabilities, prediction, ...rest } = row;
  const each = Object.entries(probabilities).map(([name, value]) => [`p_${name}`, value]);
  return { ...rest, prediction: prediction?.join('|') ?? '', ...Object.fromEntries(each) };
}
