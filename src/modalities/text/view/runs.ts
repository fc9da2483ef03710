/**
 * Cuts a text into plain runs and the few words that are worth a button. Pure. All runs together
 * are the text, character by character, so that offsets in the page are offsets in the text.
 */
import type { SpanPart } from '../../explain-contract.ts';
import { type PartShare, type Strength, strengthOf } from '../../share.ts';

export type Run =
  | { readonly kind: 'plain'; readonly start: number; readonly text: string }
  | {
      readonly kind: 'word';
      readonly start: number;
      readonly end: number;
      readonly text: string;
      readonly share: PartShare<SpanPart>;
      readonly strength: Strength;
      /** Something was said about it. */
      readonly isSaid: boolean;
    };

/** More words than these are noise, and slow in long texts. */
export const MOST_WORDS = 12;
const MOST_SAID = 12;
/** Of a word that occurs often, the first places are enough. */
const MOST_PLACES = 3;

export interface RunsInput {
  readonly text: string;
  readonly shares: readonly PartShare<SpanPart>[];
  readonly scale: number;
  /** Keys of the features about which something was said. */
  readonly said: ReadonlySet<string>;
}

export function buildRuns({ text, shares, scale, said }: RunsInput): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { share, part } of places(chosen(shares, scale, said))) {
    const { start, end } = part;
    if (start < at || end <= start || end > text.length) continue;
    if (start > at) runs.push({ kind: 'plain', start: at, text: text.slice(at, start) });
    const strength = strengthOf(share.total, scale);
    const isSaid = said.has(share.key);
    runs.push({ kind: 'word', start, end, text: text.slice(start, end), share, strength, isSaid });
    at = end;
  }
  if (at < text.length) runs.push({ kind: 'plain', start: at, text: text.slice(at) });
  return runs;
}

/** The strongest words and those about which something was said. */
function chosen(
  shares: readonly PartShare<SpanPart>[],
  scale: number,
  said: ReadonlySet<string>,
): readonly PartShare<SpanPart>[] {
  const strongest = shares
    .filter(({ total }) => strengthOf(total, scale) > 0)
    .sort((a, b) => Math.abs(b.total) - Math.abs(a.total))
    .slice(0, MOST_WORDS);
  const spoken = shares.filter(({ key }) => said.has(key)).slice(0, MOST_SAID);
  return [...new Set([...strongest, ...spoken])];
}

function places(
  shares: readonly PartShare<SpanPart>[],
): readonly { readonly share: PartShare<SpanPart>; readonly part: SpanPart }[] {
  return shares
    .flatMap((share) => share.parts.slice(0, MOST_PLACES).map((part) => ({ share, part })))
    .sort((a, b) => a.part.start - b.part.start);
}

/** The words that a stretch of the text touches, widened to whole words; null when it touches none. */
export function wordsIn(
  parts: readonly SpanPart[],
  start: number,
  end: number,
): { readonly start: number; readonly end: number } | null {
  const touched = parts.filter((part) => part.start < end && part.end > start);
  const first = touched[0];
  const last = touched.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}
