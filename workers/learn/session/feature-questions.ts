/**
 * Which words to ask about: those whose answer would tell the model most. The expected answer
 * settles a weight, so what is gained is the variance it brings into the scores of the pool,
 *   gain_j = var(w_j) * sum_i x_ij^2,   var(w_j) = 1 / (tau_j + sum_r c_r p_r (1 - p_r) x_rj^2)
 * (diagonal Laplace approximation, mean over the classes), times how far the model's answers to the
 * items that have the word are from its answers to all, sum_c (E[p_c | j] - E[p_c])^2: of "to" the
 * answer would be that it says nothing, and nothing would change. One item in three asks, and at
 * most three words: feature questions must not crowd out labels.
 */
import { type FeatureRef, featureKey } from '../../../src/domain/explanation/feature.ts';
import { standingFeedback } from '../../../src/domain/explanation/standing-feedback.ts';
import { createRng, deriveSeed } from '../../../src/domain/math/rng.ts';
import type { ItemId } from '../../../src/domain/records.ts';
import type { FeatureQuestion } from '../../api.ts';
import { columnSums } from './column-sums.ts';
import type { LearnSession } from './learn-session.ts';

const MOST = 3;
const ASKING_SHARE = 1 / 3;
/** Before so many answers the model has no doubts worth a question. */
const MIN_ANSWERS = 10;
/** A word in fewer items than this teaches too little. */
const MIN_ITEMS = 3;
/** A word in a larger share of the items than this tells few of them apart. */
const MAX_SHARE = 0.25;

export function featureQuestions(
  session: LearnSession,
  itemId: ItemId,
): readonly FeatureQuestion[] {
  const { labels, rowOf, state, encoded, explainer } = session;
  const row = rowOf.get(itemId);
  const draw = createRng(deriveSeed(state.project.seed, `ask ${itemId}`)).next();
  if (row === undefined || labels.training.length < MIN_ANSWERS || draw >= ASKING_SHARE) return [];
  const said = new Set(standingFeedback(state).marks.map(({ feature }) => featureKey(feature)));
  const { items: counts } = columnSums(encoded.features);
  const { sparse } = encoded.features;
  const columns = [
    ...sparse.indices.subarray(sparse.indptr[row] as number, sparse.indptr[row + 1] as number),
  ].filter((column) => {
    const feature = explainer.featureAt(encoded.encoderState, column);
    const isNew = !said.has(featureKey(feature));
    const items = counts[column] ?? 0;
    const isTelling = items >= MIN_ITEMS && items <= MAX_SHARE * encoded.ids.length;
    return isNew && isTelling && !isPhrase(feature);
  });
  const leanings = leaningsOf(session, columns);
  return columns
    .map((column, i) => ({ column, gain: gainOf(session, column) * (leanings[i] ?? 0) }))
    .sort((a, b) => b.gain - a.gain || a.column - b.column)
    .map(({ column }) => ({
      feature: explainer.featureAt(encoded.encoderState, column),
      items: counts[column] ?? 0,
    }))
    .filter(({ feature }, i, all) => all.findIndex((one) => isSame(one.feature, feature)) === i)
    .slice(0, MOST);
}

function isSame(a: FeatureRef, b: FeatureRef): boolean {
  return featureKey(a) === featureKey(b);
}

/** What holds of a pair of words is asked of its words. */
function isPhrase(feature: FeatureRef): boolean {
  return feature.kind === 'term' && feature.term.includes(' ');
}

function gainOf({ labels, learner, encoded }: LearnSession, column: number): number {
  const { features } = encoded;
  const classes = labels.classIds.length;
  const tau = learner.precisions().sparse;
  const curvature = new Float64Array(classes);
  for (const { row } of labels.training) {
    const x = valueAt(features, row, column);
    if (x === 0) continue;
    for (let c = 0; c < classes; c++) {
      const p = learner.probabilities[row * classes + c] as number;
      curvature[c] = (curvature[c] as number) + p * (1 - p) * x * x;
    }
  }
  const variance = curvature.reduce((sum, h) => sum + 1 / (tau + h), 0) / Math.max(1, classes);
  return variance * (columnSums(features).squares[column] ?? 0);
}

/** sum_c (E[p_c | column] - E[p_c])^2 over the pool, for each of the columns. */
function leaningsOf(
  { labels, learner, encoded }: LearnSession,
  columns: readonly number[],
): readonly number[] {
  const { sparse, rows } = encoded.features;
  const { probabilities } = learner;
  const classes = labels.classIds.length;
  const placeOf = new Int32Array(sparse.columns).fill(-1);
  columns.forEach((column, i) => {
    placeOf[column] = i;
  });
  const all = new Float64Array(classes);
  const own = new Float64Array(columns.length * classes);
  const { items } = columnSums(encoded.features);
  for (let row = 0; row < rows; row++) {
    const at = row * classes;
    for (let c = 0; c < classes; c++)
      all[c] = (all[c] as number) + (probabilities[at + c] as number) / rows;
    for (let e = sparse.indptr[row] as number; e < (sparse.indptr[row + 1] as number); e++) {
      const place = placeOf[sparse.indices[e] as number] as number;
      if (place < 0) continue;
      for (let c = 0; c < classes; c++)
        own[place * classes + c] =
          (own[place * classes + c] as number) + (probabilities[at + c] as number);
    }
  }
  return columns.map((column, i) =>
    all.reduce((sum, mean, c) => {
      const here = (own[i * classes + c] as number) / Math.max(1, items[column] as number);
      return sum + (here - mean) ** 2;
    }, 0),
  );
}

function valueAt(
  { sparse }: LearnSession['encoded']['features'],
  row: number,
  column: number,
): number {
  for (let e = sparse.indptr[row] as number; e < (sparse.indptr[row + 1] as number); e++)
    if (sparse.indices[e] === column) return sparse.values[e] as number;
  return 0;
}
