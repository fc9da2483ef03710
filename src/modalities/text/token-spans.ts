/**
 * The tokens of `tokenise`, with where each lies in the text as it was written. Composing (NFC) and
 * lower-casing can change lengths (é from two code points, İ to two), so every unit of the text that
 * is read remembers the stretch it came from.
 */
import { MAX_TEXT_CHARACTERS, PATTERNS } from './tokens.ts';

export interface TokenSpan {
  readonly token: string;
  /** UTF-16 offsets into the original text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Read text and, for each of its UTF-16 units, where the stretch it came from begins and ends. */
interface Read {
  readonly plain: string;
  readonly startOf: (unit: number) => number;
  readonly endOf: (unit: number) => number;
}

export function tokenSpans(text: string): readonly TokenSpan[] {
  const read = readText(text.slice(0, MAX_TEXT_CHARACTERS));
  const found: { token: string; from: number; to: number }[] = [];
  const take = (plain: string, pattern: RegExp, token: string): string =>
    plain.replace(pattern, (match: string, ...rest: unknown[]) => {
      const before = typeof rest[0] === 'string' ? rest[0] : '';
      const at = rest.find((one): one is number => typeof one === 'number') ?? 0;
      found.push({ token, from: at + before.length, to: at + match.length });
      return before + ' '.repeat(match.length - before.length);
    });
  let plain = take(read.plain, PATTERNS.address, 'xxurl');
  plain = take(plain, PATTERNS.mention, 'xxuser');
  for (const match of plain.matchAll(PATTERNS.token))
    found.push({ token: match[0], from: match.index, to: match.index + match[0].length });
  return found
    .sort((a, b) => a.from - b.from)
    .map(({ token, from, to }) => ({ token, start: read.startOf(from), end: read.endOf(to - 1) }));
}

function readText(text: string): Read {
  const plain = text.normalize('NFC').toLowerCase();
  const isAsWritten = plain.length === text.length && text.normalize('NFC') === text;
  if (isAsWritten) return { plain, startOf: (unit) => unit, endOf: (unit) => unit + 1 };
  const starts = new Uint32Array(plain.length);
  const ends = new Uint32Array(plain.length);
  let at = 0;
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    const composed = segment.normalize('NFC');
    const { length } = composed.toLowerCase();
    // What is as it was written maps unit by unit: an emoji of several is several tokens.
    const isSame = composed === segment && length === segment.length;
    for (let unit = 0; unit < length; unit++) {
      starts[at + unit] = isSame ? index + unit : index;
      ends[at + unit] = isSame ? index + unit + 1 : index + segment.length;
    }
    at += length;
  }
  return {
    plain,
    startOf: (unit) => starts[unit] ?? text.length,
    endOf: (unit) => ends[unit] ?? text.length,
  };
}
