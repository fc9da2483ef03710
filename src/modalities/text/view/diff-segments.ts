/** A change as what stays, what goes and what comes. Pure. */
import type { SpanChange } from '../../explain-contract.ts';

export type Segment =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'removed'; readonly text: string }
  | { readonly kind: 'added'; readonly text: string };

export function diffSegments(text: string, changes: readonly SpanChange[]): readonly Segment[] {
  const segments: Segment[] = [];
  const add = (kind: Segment['kind'], part: string): void => {
    if (part !== '') segments.push({ kind, text: part });
  };
  let at = 0;
  for (const { start, end, put } of [...changes].sort((a, b) => a.start - b.start)) {
    if (start < at || end > text.length) continue;
    add('same', text.slice(at, start));
    add('removed', text.slice(start, end));
    add('added', put);
    at = end;
  }
  add('same', text.slice(at));
  return segments;
}

/** Characters kept on each side of a change when what lies between is cut. */
const CONTEXT = 60;
const CUT = ' … ';

/** Cuts long stretches that stay the same, at spaces where there are any. */
export function shorten(segments: readonly Segment[]): readonly Segment[] {
  return segments.map((segment, index) => {
    if (segment.kind !== 'same') return segment;
    const isFirst = index === 0;
    const isLast = index === segments.length - 1;
    return { ...segment, text: cutMiddle(segment.text, isFirst, isLast) };
  });
}

function cutMiddle(text: string, isFirst: boolean, isLast: boolean): string {
  const room = isFirst || isLast ? CONTEXT : 2 * CONTEXT;
  if (text.length <= room + CUT.length) return text;
  if (isFirst && isLast) return `${head(text)}${CUT}`;
  return `${isFirst ? '' : head(text)}${CUT}${isLast ? '' : tail(text)}`;
}

function head(text: string): string {
  const end = text.lastIndexOf(' ', CONTEXT);
  return text.slice(0, end > 0 ? end : whole(text, CONTEXT));
}

function tail(text: string): string {
  const from = text.length - CONTEXT;
  const start = text.indexOf(' ', from);
  return text.slice(start >= 0 ? start + 1 : whole(text, from));
}

/** Never between the two halves of one character. */
function whole(text: string, at: number): number {
  const isLow = /[\udc00-\udfff]/.test(text[at] ?? '');
  return isLow ? at + 1 : at;
}
