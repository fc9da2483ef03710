import type { FeatureRef } from '../../../domain/explanation/feature.ts';
import { BIGRAM_JOINT, tokenise } from '../tokens.ts';

/**
 * A selected stretch as a feature; null when no word is in it. Unlike what is typed (`featureOf`), a
 * `*` in a text is no pattern.
 */
export function featureOfSelection(text: string): FeatureRef | null {
  const tokens = tokenise(text);
  return tokens.length === 0 ? null : { kind: 'term', term: tokens.join(BIGRAM_JOINT) };
}
