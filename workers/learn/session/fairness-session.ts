/** Groups of one open project: how the model treats them, and what reweighing would change. */
import { proportion } from '../../../src/domain/evaluation/wilson.ts';
import type { Item, ItemId, QualityFigure } from '../../../src/domain/records.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type {
  FairnessQuery,
  FairnessReport,
  ReweighedFigures,
  ReweighingReport,
} from '../../oversight-api.ts';
import { fairnessOf } from '../oversight/fairness.ts';
import { slice } from '../oversight/slices.ts';
import { answerOf } from '../trust/audited.ts';
import { calibratedRow } from '../trust/report.ts';
import { mostAside, rightOf, type Steps } from './evaluate/aside.ts';
import { FOLDS, foldedAnswers, LEAST_FOLDED } from './evaluate/cross-validate.ts';
import type { LearnSession } from './learn-session.ts';
import { cellsOf, confusionOf } from './oversight-session.ts';
import { weightsFor } from './reweighed-labels.ts';

/** Open items that are read to find those of a group. */
const MOST_OPEN = 2_000;

export async function fairnessBy(
  storage: Storage,
  session: LearnSession,
  { classId, field }: FairnessQuery,
): Promise<FairnessReport> {
  const { labels, state, encoded, learner } = session;
  const { mode, seed } = state.project;
  const { fields } = await confusionOf(storage, session);
  const c = labels.classIds.indexOf(classId);
  const audited = await readRows(
    storage,
    session,
    labels.audit.map(({ row }) => row),
  );
  const open = await readRows(storage, session, [...labels.candidates.subarray(0, MOST_OPEN)]);
  const cellOf = (item: Item | undefined): string => (item && cellsOf(item)[field]) ?? '';
  const all = [...audited, ...open].map(cellOf);
  const { groups, isCut, ranges } = slice(all, all, field);
  const source = { probabilities: learner.probabilities, classes: labels.classIds.length, mode };
  const scored = labels.audit.map(({ row, classes }, i) => {
    const scaled = calibratedRow(source, row, session.calibration);
    return {
      group: groups[i] ?? '',
      said: answerOf(scaled, mode).classes.includes(c),
      truth: classes.includes(c),
      probability: scaled[c] ?? 0,
    };
  });
  const unanswered = open.map((_, i) => ({
    id: encoded.ids[labels.candidates[i] ?? -1] as ItemId,
    group: groups[audited.length + i] ?? '',
  }));
  return fairnessOf({ scored, open: unanswered, isCut, ranges, fields: fields.length, seed });
}

function readRows(
  storage: Storage,
  { encoded }: LearnSession,
  rows: readonly number[],
): Promise<readonly (Item | undefined)[]> {
  return storage.items.getMany(rows.map((row) => encoded.ids[row] as ItemId));
}

/** In steps of one model each: between two of them an answer that waits is learned. */
export async function reweighingSteps(
  storage: Storage,
  session: LearnSession,
  query: FairnessQuery,
): Promise<Steps<ReweighingReport>> {
  const { training, classIds } = session.labels;
  const rows = training.map(({ row }) => row);
  const items =
    rows.length > mostAside(classIds.length) ? [] : await readRows(storage, session, rows);
  const cells = items.map((item) => (item && cellsOf(item)[query.field]) ?? '');
  return reweighing(session, cells, query);
}

function* reweighing(
  session: LearnSession,
  cells: readonly string[],
  { classId, field }: FairnessQuery,
): Steps<ReweighingReport> {
  const { classIds } = session.labels;
  // Compared with answers that all count alike, also where the model in use is reweighed already.
  const training = session.labels.training.map(({ weight: _, ...label }) => label);
  const labels = training.length;
  if (labels < LEAST_FOLDED) return { kind: 'too-few', labels, needed: LEAST_FOLDED };
  const most = mostAside(classIds.length);
  if (labels > most) return { kind: 'too-many', labels, most };
  const c = classIds.indexOf(classId);
  const { groups } = slice(cells, cells, field);
  const weights = weightsFor({ training, cells, field, c });
  const weighted = training.map((label, i) => ({ ...label, weight: weights[i] ?? 1 }));
  const judging = { training, groups, c };
  const before = read(yield* foldedAnswers(session, training, true), judging);
  const after = read(yield* foldedAnswers(session, weighted, true), judging);
  return { kind: 'figures', labels, folds: FOLDS, before, after };
}

interface Judging {
  readonly training: LearnSession['labels']['training'];
  /** One for each label. */
  readonly groups: readonly string[];
  readonly c: number;
}

function read(
  answers: readonly (readonly number[])[],
  { training, groups, c }: Judging,
): ReweighedFigures {
  const names = [...new Set(groups)].sort();
  const selection = names.flatMap((group) => {
    const own = answers.filter((_, i) => groups[i] === group);
    const figure = proportion(own.filter((said) => said.includes(c)).length, own.length);
    return figure ? [{ group, figure }] : [];
  });
  const shares = selection.map(({ figure }) => figure.value);
  const right = rightOf(training, answers).filter(Boolean).length;
  return {
    accuracy: proportion(right, training.length) as QualityFigure,
    selection,
    gap: Math.max(...shares) - Math.min(...shares),
  };
}
