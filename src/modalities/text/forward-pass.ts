/** The whole way from text to probabilities. */
import type { TextContent } from '../../domain/records.ts';
import type { CounterfactualRequest, LinearHead } from '../explain-contract.ts';
import { type Forward, scoresOf, toForward } from '../forward.ts';
import { type TextState, textEncoder } from './encode.ts';

export function forwardPass(
  state: TextState,
  content: TextContent,
  { head, mode }: Pick<CounterfactualRequest, 'head' | 'mode'>,
): Forward {
  return toForward(scoreText(state, content, head), mode);
}

/** Scores by class, [classes]. */
export function scoreText(state: TextState, content: TextContent, head: LinearHead): Float64Array {
  return scoresOf(textEncoder.encode(state, [content]), 0, head);
}
