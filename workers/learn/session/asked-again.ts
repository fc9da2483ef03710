/**
 * Answers that may be asked about again, for the strategies that do: how far a model that did not learn
 * each believes it. Computed between answers and kept until a few more are there: an answer or two
 * hardly change what is believed of the others.
 */
import type { AskedAgain } from '../../../src/domain/query/strategy.ts';
import { isRepeatable } from '../../../src/domain/repeats.ts';
import { type CrossInput, crossConfidence } from './cross-confidence.ts';
import type { LearnSession } from './learn-session.ts';

/** Fewer answers are no ground to doubt one of them. */
const LEAST_ANSWERS = 20;
/** With more a fit takes too long to be made five times between two answers. */
const MOST_ANSWERS = 1_000;
const REFRESHED_EVERY = 5;
const NONE: AskedAgain = { rows: new Int32Array(0), confidence: new Float32Array(0) };

export interface DoubtedAnswers {
  readonly known: AskedAgain;
  /** Answers there were when it was computed. */
  readonly at: number;
}

export const NO_DOUBTS: DoubtedAnswers = { known: NONE, at: 0 };

/** The same, or computed anew where enough has changed. */
export function refreshDoubts(doubts: DoubtedAnswers, input: CrossInput): DoubtedAnswers {
  const count = input.training.length;
  if (count < LEAST_ANSWERS || count > MOST_ANSWERS) return NO_DOUBTS;
  if (Math.abs(count - doubts.at) < REFRESHED_EVERY) return doubts;
  return { known: crossConfidence(input), at: count };
}

/** Each at most once, and only while its answer stands. */
export function askableAgain({ doubts, encoded, state }: LearnSession): AskedAgain {
  const { rows, confidence } = doubts.known;
  const isAskable = (row: number): boolean => {
    const id = encoded.ids[row];
    return id !== undefined && isRepeatable(state, id);
  };
  return {
    rows: rows.filter(isAskable),
    confidence: confidence.filter((_, i) => isAskable(rows[i] as number)),
  };
}
