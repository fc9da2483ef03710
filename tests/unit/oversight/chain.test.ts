import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { createRng, type Rng } from '../../../src/domain/math/rng.ts';
import {
  type Chained,
  type ChainHead,
  canonical,
  EMPTY_CHAIN,
  headAfter,
  linkAfter,
  verifyChain,
} from '../../../src/domain/oversight/chain.ts';

const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

interface Body {
  readonly item: string;
  readonly said: string;
  readonly p: number;
}

function write(count: number): { log: Chained<Body>[]; head: ChainHead } {
  let head = EMPTY_CHAIN;
  const log = Array.from({ length: count }, (_, i) => {
    const body = { item: `item-${i}`, said: i % 3 === 0 ? 'fraud' : 'fine', p: i / count };
    const link = linkAfter(head, body, digest);
    head = headAfter(link);
    return { body, link };
  });
  return { log, head };
}

const LENGTH = 60;

/** One random act of tampering; whoever does it may also compute hashes anew for what they touch. */
function tamper(log: readonly Chained<Body>[], rng: Rng): Chained<Body>[] {
  const copy = [...log];
  const at = rng.integer(LENGTH);
  const entry = copy[at] as Chained<Body>;
  const forge = (body: Body): Chained<Body> => ({
    body,
    link: linkAfter({ length: at, hash: entry.link.previous }, body, digest),
  });
  switch (rng.integer(6)) {
    case 0:
      copy.splice(at, 1);
      return copy;
    case 1: {
      const other = (at + 1 + rng.integer(LENGTH - 1)) % LENGTH;
      copy[at] = copy[other] as Chained<Body>;
      copy[other] = entry;
      return copy;
    }
    case 2:
      copy[at] = { ...entry, body: { ...entry.body, p: entry.body.p + 0.001 } };
      return copy;
    case 3:
      copy[at] = forge({ ...entry.body, said: 'nothing' });
      return copy;
    case 4:
      copy.splice(at, 0, forge({ ...entry.body, item: 'invented' }));
      return copy;
    default:
      return copy.slice(0, at);
  }
}

describe('a chained log', () => {
  const { log, head } = write(LENGTH);

  it('is sound as it was written', () => {
    expect(verifyChain(log, head, digest)).toBeNull();
    expect(verifyChain([], EMPTY_CHAIN, digest)).toBeNull();
  });

  it('finds each of 1,000 random tamperings', () => {
    const rng = createRng(5);
    for (let i = 0; i < 1_000; i++)
      expect(verifyChain(tamper(log, rng), head, digest)).not.toBeNull();
  });

  it('says what is wrong, and where', () => {
    expect(verifyChain(log.toSpliced(7, 1), head, digest)).toEqual({
      position: 7,
      kind: 'missing',
    });
    expect(verifyChain(log.slice(0, 7), head, digest)).toEqual({ position: 7, kind: 'cut-off' });
    const twice = log.toSpliced(7, 0, log[6] as Chained<Body>);
    expect(verifyChain(twice, head, digest)).toEqual({ position: 7, kind: 'out-of-place' });
  });

  it('reads content, not the order of keys', () => {
    expect(canonical({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe(
      canonical({ b: [1, { c: 'x', d: null }] }),
    );
  });
});
