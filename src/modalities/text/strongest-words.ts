/**
 * The text without the few words that its answer leans on most, as a question: is it still what it
 * was? The model need not flip by it. Where it is sure, a flip takes a dozen words, and whoever judges
 * such a change tells it little; of a handful of words that many items have, a yes says what carries
 * the answer, here and elsewhere.
 */
import type { TextContent } from '../../domain/records.ts';
import type {
  CounterfactualRequest,
  FoundCounterfactual,
  SpanChange,
} from '../explain-contract.ts';
import { goalOf } from '../forward.ts';
import { changeKey } from './change-key.ts';
import { editedText } from './edited-text.ts';
import type { TextState } from './encode.ts';
import { attribute } from './explain.ts';
import { forwardPass } from './forward-pass.ts';
import { tfidfColumns } from './probe-state.ts';
import { documentsWith } from './vocabulary.ts';

/** Measured on paired reviews: 3 to 8 serve alike (README of `domain/explanation`), and few are quickly judged. */
const MOST_WORDS = 3;
/** Of a short text most must stay, or there is nothing left to judge. */
const MOST_OF_TEXT = 1 / 4;
/** In fewer items, or in fewer than this share of them, a word teaches little of the others. */
const LEAST_ITEMS = 20;
const LEAST_SHARE = 0.02;
/** A word in a larger share of the items tells few of them apart. */
const MOST_SHARE = 0.3;

/** Null where several classes may hold at once, and where no such word speaks for the answer. */
export function withoutStrongest(
  state: TextState,
  request: CounterfactualRequest<TextContent>,
): FoundCounterfactual<TextContent, SpanChange> | null {
  const { input, mode } = request;
  const goal = mode === 'single' ? goalOf(forwardPass(state, input, request), request) : null;
  if (!goal) return null;
  const { text } = input;
  const { parts } = attribute(state, input, request.head);
  const leanings = new Map<string, number>();
  const tokens = parts.map(({ feature, named, latent, start, end }) => {
    const token = feature.kind === 'term' ? feature.term : '';
    const lean = (c: number): number => (named[c] ?? 0) + (latent[c] ?? 0);
    leanings.set(token, (leanings.get(token) ?? 0) + lean(goal.from) - lean(goal.to));
    return { token, start, end };
  });
  const strongest = strongestOf(state, leanings, request.banned);
  const changes = tokens
    .filter(({ token }) => strongest.has(token))
    .map(({ start, end }): SpanChange => {
      return { kind: 'span', start, end, removed: text.slice(start, end), put: '' };
    });
  if (changes.length === 0 || changes.length === tokens.length) return null;
  const content = { ...input, text: editedText(text, changes) };
  const { probabilities } = forwardPass(state, content, request);
  return { kind: 'delete', content, changes, probabilities, isProvedMinimal: false };
}

function strongestOf(
  state: TextState,
  leanings: ReadonlyMap<string, number>,
  banned: ReadonlySet<string>,
): ReadonlySet<string> {
  const columnOf = tfidfColumns(state);
  const { vocabulary } = state;
  const least = Math.min(LEAST_ITEMS, LEAST_SHARE * vocabulary.documents);
  const isKnown = (word: string): boolean => {
    const items = documentsWith(vocabulary, columnOf.get(word) ?? -1);
    return items >= least && items <= MOST_SHARE * vocabulary.documents;
  };
  const ranked = [...leanings]
    .filter(([word, lean]) => lean > 0 && isKnown(word))
    .filter(([word]) => !banned.has(changeKey({ removed: word, put: '' })))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const most = Math.min(MOST_WORDS, Math.ceil(MOST_OF_TEXT * leanings.size));
  return new Set(ranked.slice(0, most).map(([word]) => word));
}
