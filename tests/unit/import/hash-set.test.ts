import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createHashSet } from '../../../workers/import/hash-set.ts';

const digest = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(bytesToHex);
const anything = fc.oneof(digest, fc.constant('0'.repeat(32)), fc.string({ maxLength: 4 }));

it('knows what a Set knows, also of hashes that no digest looks like', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 200 }), fc.array(anything), (added, asked) => {
      const [set, truth] = [createHashSet(), new Set<string>()];
      for (const hash of added) {
        expect(set.add(hash)).toBe(!truth.has(hash));
        truth.add(hash);
      }
      for (const hash of [...asked, ...added]) expect(set.has(hash)).toBe(truth.has(hash));
      expect(set.size()).toBe(truth.size);
    }),
  );
});

it('grows far beyond its first table', () => {
  const set = createHashSet();
  const hashOf = (n: number): string => (n * 2_654_435_761).toString(16).padStart(32, '0');
  const numbers = Array.from({ length: 20_000 }, (_, i) => i + 1);
  expect(numbers.filter((n) => !set.add(hashOf(n)))).toEqual([]);
  expect(numbers.filter((n) => set.add(hashOf(n)))).toEqual([]);
  expect(set.has(hashOf(20_001))).toBe(false);
  expect(set.size()).toBe(20_000);
});
