import type { ItemContent, TextContent } from '../../domain/records.ts';
import type { ContentChange, Explainer, Extent } from '../explain-contract.ts';
import { changeKey } from './change-key.ts';
import { findCounterfactuals } from './counterfactual.ts';
import type { TextState } from './encode.ts';
import { attribute } from './explain.ts';
import { columnsOf, featureOf } from './features.ts';
import { withoutStrongest } from './strongest-words.ts';

/** In words; an empty text has none. */
function extentOf(content: ItemContent, changes: readonly ContentChange[]): Extent {
  const text = content.kind === 'text' ? content.text : '';
  const changed = changes.reduce((sum, { removed }) => sum + countWords(removed), 0);
  return { changed, total: countWords(text) };
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{M}\p{N}\p{Extended_Pictographic}]+/gu)?.length ?? 0;
}

export const textExplainer: Explainer<TextState, TextContent> = {
  attribute,
  counterfactuals: findCounterfactuals,
  withoutStrongest,
  names: ({ vocabulary }) => vocabulary.terms,
  columnsOf,
  featureAt: ({ vocabulary }, column) => ({
    kind: 'term',
    term: vocabulary.terms[column] ?? '',
  }),
  featureOf,
  changeKey,
  extentOf,
};
