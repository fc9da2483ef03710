/** What browsing asks of the learner: its answers to all items, and where they lie. In columns, never objects. */
import { createBitRows, setBit } from '../../../src/domain/browse/bits.ts';
import type { ItemId, LabelMode } from '../../../src/domain/records.ts';
import type { ProjectState } from '../../../src/domain/state.ts';
import { isAskedBlind } from '../../../src/domain/trust/incoming.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type { BrowseScores, BrowseVectors } from '../../api.ts';
import type { LearnSession } from './learn-session.ts';
import { BLOCK_ITEMS, readBlock } from './pool/score-blocks.ts';
import { SET_THRESHOLD } from './proposals.ts';

/** Null before anything was learned: its probabilities say nothing then. */
export async function browseScores(
  storage: Pick<Storage, 'caches'>,
  session: LearnSession,
): Promise<BrowseScores | null> {
  const { labels, learner, state, encoded } = session;
  if (labels.training.length === 0) return null;
  if (encoded.sampled) return scoresOfBlocks(storage, session, encoded.sampled.total);
  const blind = blindRows(state, session.rowOf);
  return scoresOf({
    probabilities: learner.probabilities,
    rows: encoded.ids.length,
    classIds: labels.classIds,
    mode: state.project.mode,
    labelled: [...labels.training, ...labels.audit],
    isHidden: (row) => encoded.unread.has(row) || blind.has(row),
    trainedOn: labels.training.length,
    learnedUpTo: session.status.learnedUpTo,
  });
}

/** Where a sample stands for the items: what the passes over all of them have scored so far. */
async function scoresOfBlocks(
  storage: Pick<Storage, 'caches'>,
  { labels, state, status }: LearnSession,
  total: number,
): Promise<BrowseScores> {
  const { classIds, training } = labels;
  const { mode, id } = state.project;
  const answers = emptyAnswers(total, classIds.length);
  for (let place = 0; place < total; place += BLOCK_ITEMS) {
    const block = await readBlock(storage, id, { place, classIds });
    if (!block) continue;
    const { probabilities, first, unread } = block;
    const isHidden = (at: number): boolean => unread?.has(at) ?? false;
    readAnswers(answers, { probabilities, first, classes: classIds.length, mode, isHidden });
  }
  return {
    classIds,
    rows: total,
    words: answers.sets.words,
    predicted: answers.sets.bits,
    probability: answers.probability,
    margin: answers.margin,
    ofLabel: new Float32Array(total).fill(Number.NaN),
    trainedOn: training.length,
    learnedUpTo: status.learnedUpTo,
  };
}

/** Items whose answer must not be told before a person has given theirs. */
export function blindRows(
  state: ProjectState,
  rowOf: ReadonlyMap<ItemId, number>,
): ReadonlySet<number> {
  const rows = [...state.decisions].flatMap(([id, decision]) => {
    const row = rowOf.get(id);
    return row !== undefined && isAskedBlind(state, decision) ? [row] : [];
  });
  return new Set(rows);
}

interface ScoresInput
  extends Pick<BrowseScores, 'rows' | 'classIds' | 'trainedOn' | 'learnedUpTo'> {
  /** [rows x classes]; rows of feedback may follow. */
  readonly probabilities: Float32Array;
  readonly mode: LabelMode;
  readonly labelled: readonly { readonly row: number; readonly classes: readonly number[] }[];
  /** Items without an answer: they could not be read, or are asked blind. */
  readonly isHidden: (row: number) => boolean;
}

export function scoresOf(input: ScoresInput): BrowseScores {
  const { probabilities, rows, classIds, mode, trainedOn, learnedUpTo, isHidden } = input;
  const classes = classIds.length;
  const answers = emptyAnswers(rows, classes);
  const own = probabilities.subarray(0, rows * classes);
  readAnswers(answers, { probabilities: own, first: 0, classes, mode, isHidden });
  return {
    classIds,
    rows,
    words: answers.sets.words,
    predicted: answers.sets.bits,
    probability: answers.probability,
    margin: answers.margin,
    ofLabel: ofLabels(input),
    trainedOn,
    learnedUpTo,
  };
}

/** Of every place: the proposed set, its probability and margin; NaN where nothing is known. */
interface Answers {
  readonly sets: ReturnType<typeof createBitRows>;
  readonly probability: Float32Array;
  readonly margin: Float32Array;
}

function emptyAnswers(rows: number, classes: number): Answers {
  return {
    sets: createBitRows(rows, classes),
    probability: new Float32Array(rows).fill(Number.NaN),
    margin: new Float32Array(rows).fill(Number.NaN),
  };
}

interface Stretch {
  /** [items x classes] of the places from `first` on. */
  readonly probabilities: Float32Array;
  readonly first: number;
  readonly classes: number;
  readonly mode: LabelMode;
  readonly isHidden: (place: number) => boolean;
}

function readAnswers(
  { sets, probability, margin }: Answers,
  { probabilities, first, classes, mode, isHidden }: Stretch,
): void {
  const read = mode === 'single' ? readBest : readSet;
  const end = Math.min(probability.length, first + probabilities.length / classes);
  for (let place = first; place < end; place++) {
    if (isHidden(place)) continue;
    const own = probabilities.subarray((place - first) * classes, (place - first + 1) * classes);
    const answer = read(own, (index) => setBit(sets, place, index));
    probability[place] = answer.probability;
    margin[place] = answer.margin;
  }
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

/** Rejects where a sample stands for the items: most of them have no place on a map then. */
export function browseVectors({ vectors, encoded, state }: LearnSession): BrowseVectors {
  if (encoded.sampled) {
    const message = `There is no map of ${encoded.sampled.total.toLocaleString()} items: so many do not fit into memory. The list and its filters have all of them.`;
    throw Object.assign(new Error(message), { code: 'bad-input' });
  }
  const rows = encoded.ids.length;
  return {
    dims: vectors.dims,
    rows,
    values: vectors.values.slice(0, rows * vectors.dims),
    fingerprint: `${encoded.fingerprint} ${rows} ${vectors.dims} ${state.project.seed}`,
  };
}
