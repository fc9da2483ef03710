/** What browsing asks of the learner: its answers to all items, and where they lie. In columns, never objects. */
import { createBitRows, setBit } from '../../../src/domain/browse/bits.ts';
import type { LabelMode } from '../../../src/domain/records.ts';
import type { BrowseScores, BrowseVectors } from '../../api.ts';
import type { LearnSession } from './learn-session.ts';
import { SET_THRESHOLD } from './proposals.ts';

/** Null before anything was learned: its probabilities say nothing then. */
export function browseScores(session: LearnSession): BrowseScores | null {
  const { labels, learner, state, encoded } = session;
  if (labels.training.length === 0) return null;
  return scoresOf({
    probabilities: learner.probabilities,
    rows: encoded.ids.length,
    classIds: labels.classIds,
    mode: state.project.mode,
    labelled: [...labels.training, ...labels.audit],
    isUnread: (row) => encoded.unread.has(row),
    trainedOn: labels.training.length,
    learnedUpTo: session.status.learnedUpTo,
  });
}

interface ScoresInput
  extends Pick<BrowseScores, 'rows' | 'classIds' | 'trainedOn' | 'learnedUpTo'> {
  /** [rows x classes]; rows of feedback may follow. */
  readonly probabilities: Float32Array;
  readonly mode: LabelMode;
  readonly labelled: readonly { readonly row: number; readonly classes: readonly number[] }[];
  /** Items that could not be read have no answer. */
  readonly isUnread: (row: number) => boolean;
}

export function scoresOf(input: ScoresInput): BrowseScores {
  const { probabilities, rows, classIds, mode, trainedOn, learnedUpTo } = input;
  const classes = classIds.length;
  const sets = createBitRows(rows, classes);
  const probability = new Float32Array(rows).fill(Number.NaN);
  const margin = new Float32Array(rows).fill(Number.NaN);
  const read = mode === 'single' ? readBest : readSet;
  for (let row = 0; row < rows; row++) {
    if (input.isUnread(row)) continue;
    const own = probabilities.subarray(row * classes, (row + 1) * classes);
    const answer = read(own, (index) => setBit(sets, row, index));
    probability[row] = answer.probability;
    margin[row] = answer.margin;
  }
  return {
    classIds,
    rows,
    words: sets.words,
    predicted: sets.bits,
    probability,
    margin,
    ofLabel: ofLabels(input),
    trainedOn,
    learnedUpTo,
  };
}

interface RowAnswer {
  readonly probability: number;
  readonly margin: number;
}

function readBest(own: Float32Array, choose: (index: number) => void): RowAnswer {
  let best = 0;
  let second = -1;
  for (let c = 1; c < own.length; c++) {
    if ((own[c] as number) > (own[best] as number)) {
      second = best;
      best = c;
    } else if (second < 0 || (own[c] as number) > (own[second] as number)) second = c;
  }
  choose(best);
  const probability = own[best] ?? 0;
  return { probability, margin: probability - (second < 0 ? 0 : (own[second] as number)) };
}

/** Classes are learned independently: the probability of the set is a product. */
function readSet(own: Float32Array, choose: (index: number) => void): RowAnswer {
  let probability = 1;
  let margin = 1;
  own.forEach((p, c) => {
    const isIn = p > SET_THRESHOLD;
    if (isIn) choose(c);
    probability *= isIn ? p : 1 - p;
    margin = Math.min(margin, Math.abs(2 * p - 1));
  });
  return { probability, margin };
}

function ofLabels({ probabilities, rows, classIds, mode, labelled }: ScoresInput): Float32Array {
  const classes = classIds.length;
  const result = new Float32Array(rows).fill(Number.NaN);
  for (const { row, classes: own } of labelled) {
    const p = (c: number): number => probabilities[row * classes + c] as number;
    if (mode === 'single') result[row] = p(own[0] ?? 0);
    else
      result[row] = classIds.reduce(
        (product, _, c) => product * (own.includes(c) ? p(c) : 1 - p(c)),
        1,
      );
  }
  return result;
}

export function browseVectors({ vectors, encoded, state }: LearnSession): BrowseVectors {
  const rows = encoded.ids.length;
  return {
    dims: vectors.dims,
    rows,
    values: vectors.values.slice(0, rows * vectors.dims),
    fingerprint: `${encoded.fingerprint} ${rows} ${vectors.dims} ${state.project.seed}`,
  };
}
