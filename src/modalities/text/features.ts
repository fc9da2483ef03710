/** Between what a person writes or points at and the columns of the text encoder. */
import type { FeatureRef } from '../../domain/explanation/feature.ts';
import type { TextState } from './encode.ts';
import { tfidfColumns } from './probe-state.ts';
import { BIGRAM_JOINT, tokenise } from './tokens.ts';

const ANY = '*';

/** One word with `*` is a family; anything else is a word or a phrase; null when no word is in it. */
export function featureOf(input: string): FeatureRef | null {
  const typed = input.trim().normalize('NFC').toLowerCase();
  if (typed.includes(ANY) && !/\s/u.test(typed)) {
    return typed.replaceAll(ANY, '') === '' ? null : { kind: 'pattern', pattern: typed };
  }
  const tokens = tokenise(input);
  return tokens.length === 0 ? null : { kind: 'term', term: tokens.join(BIGRAM_JOINT) };
}

/** Families take in single words only: what holds of a word holds in its pairs too. */
export function columnsOf(state: TextState, feature: FeatureRef): readonly number[] {
  if (feature.kind === 'term') {
    const column = tfidfColumns(state).get(feature.term);
    return column === undefined ? [] : [column];
  }
  if (feature.kind !== 'pattern') return [];
  const pattern = toPattern(feature.pattern);
  return state.vocabulary.terms.flatMap((term, column) => (pattern.test(term) ? [column] : []));
}

function toPattern(family: string): RegExp {
  const escaped = family.split(ANY).map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${escaped.join("[\\p{L}\\p{M}\\p{N}'’]*")}$`, 'u');
}
