/**
 * A log in which a missing, altered, moved or invented entry is found: each entry carries the hash of
 * its content together with the hash of the entry before it (Haber and Stornetta 1991). The newest
 * hash is kept apart, so that entries cut off at the end are missed as well.
 */

/** Hex digest of a text, as SHA-256; given, since pure code has no library. */
export type Digest = (text: string) => string;

export interface Link {
  readonly sequence: number;
  readonly previous: string;
  readonly hash: string;
}

export interface Chained<T> {
  readonly body: T;
  readonly link: Link;
}

/** What is known of the end of a chain: where the next entry goes on. */
export interface ChainHead {
  readonly length: number;
  readonly hash: string;
}

export const EMPTY_CHAIN: ChainHead = { length: 0, hash: '' };

export function linkAfter(head: ChainHead, body: unknown, digest: Digest): Link {
  const { length: sequence, hash: previous } = head;
  return { sequence, previous, hash: digest(`${sequence}\n${previous}\n${canonical(body)}`) };
}

export function headAfter({ sequence, hash }: Link): ChainHead {
  return { length: sequence + 1, hash };
}

export interface ChainProblem {
  /** Position in the log as it was given, 0-based; its length where the end is missing. */
  readonly position: number;
  readonly kind: 'altered' | 'missing' | 'out-of-place' | 'cut-off';
}

/** The first entry that is not what was written, or null for a sound log. */
export function verifyChain(
  entries: readonly Chained<unknown>[],
  head: ChainHead,
  digest: Digest,
): ChainProblem | null {
  return finish(verifyChainSteps(entries, head, digest));
}

/** Runs steps that may be taken apart to their end. */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, an entry a step: a long log is checked without holding up who waits. */
export function* verifyChainSteps(
  entries: readonly Chained<unknown>[],
  head: ChainHead,
  digest: Digest,
): Generator<void, ChainProblem | null> {
  let expected = EMPTY_CHAIN;
  for (const [position, { body, link }] of entries.entries()) {
    if (link.sequence > expected.length) return { position, kind: 'missing' };
    if (link.sequence < expected.length || link.previous !== expected.hash)
      return { position, kind: 'out-of-place' };
    if (linkAfter(expected, body, digest).hash !== link.hash) return { position, kind: 'altered' };
    expected = headAfter(link);
    yield;
  }
  const isWhole = expected.length === head.length && expected.hash === head.hash;
  return isWhole ? null : { position: entries.length, kind: 'cut-off' };
}

/** JSON with sorted keys: equal content, equal text, whatever wrote it. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, own]) => own !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, own]) => `${JSON.stringify(key)}:${canonical(own)}`).join()}}`;
}
