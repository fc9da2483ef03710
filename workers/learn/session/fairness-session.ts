/** Groups of one open project: how the model treats them, and what reweighing would change. */
import { proportion } from '../../../src/domain/evaluation/wilson.ts';
import { type Grouped, reweigh } from '../../../src/domain/oversight/reweighing.ts';
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
import { temperatureOf } from './trust-session.ts';

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
  const { groups, isCut } = slice(all, all, field);
  const temperature = temperatureOf(session);
  const source = { probabilities: learner.probabilities, classes: labels.classIds.length, mode };
  const scored = labels.audit.map(({ row, classes }, i) => {
    const scaled = calibratedRow(source, row, temperature);
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
  return fairnessOf({ scored, open: unanswered, isCut, fields: fields.length, seed });
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
  const { groups } = slice(cells, cells, query.field);
  return reweighing(session, groups, query);
}

function* reweighing(
  session: LearnSession,
  groups: readonly string[],
  { classId }: FairnessQuery,
): Steps<ReweighingReport> {
  const { training, classIds } = session.labels;
  const labels = training.length;
  if (labels < LEAST_FOLDED) return { kind: 'too-few', labels, needed: LEAST_FOLDED };
  const most = mostAside(classIds.length);
  if (labels > most) return { kind: 'too-many', labels, most };
  const c = classIds.indexOf(classId);
  const grouped = training.map(({ classes }, i) => ({
    group: groups[i] ?? '',
    isClass: classes.includes(c),
  }));
  const weights = reweigh(grouped);
  const weighted = training.map((label, i) => ({ ...label, weight: weights[i] ?? 1 }));
  const judging = { training, grouped, c };
  const before = read(yield* foldedAnswers(session, training, true), judging);
  const after = read(yield* foldedAnswers(session, weighted, true), judging);
  return { kind: 'figures', labels, folds: FOLDS, before, after };
}

interface Judging {
  readonly training: LearnSession['labels']['training'];
  readonly grouped: readonly Grouped[];
  readonly c: number;
}

function read(
  answers: readonly (readonly number[])[],
  { training, grouped, c }: Judging,
): ReweighedFigures {
  const names = [...new Set(grouped.map(({ group }) => group))].sort();
  const selection = names.flatMap((group) => {
    const own = answers.filter((_, i) => grouped[i]?.group === group);
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
