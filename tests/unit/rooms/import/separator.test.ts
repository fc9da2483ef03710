import { describe, expect, it } from 'vitest';
import { guessSeparator, splitLabels } from '../../../../src/rooms/import/separator.ts';
import { previewOf } from './preview-of.ts';

const guess = (cells: readonly string[]): string | null =>
  guessSeparator(previewOf({ tags: { guess: 'label', cells } }), ['tags']);

describe('what stands between labels', () => {
  it('finds the separator whose parts come back', () => {
    expect(guess(['billing;bug', 'bug', 'billing;refund', 'refund;bug'])).toBe(';');
    expect(guess(['a|b', 'b|c', 'a'])).toBe('|');
    expect(guess(['a,b', 'b,c', 'a,c'])).toBe(',');
  });

  it('takes a comma inside a name for part of the name', () => {
    expect(guess(['Billing, money', 'Bugs, crashes', 'Other'])).toBeNull();
  });

  it('finds nothing in single labels, in numbers and in nothing', () => {
    expect(guess(['toxic', 'fine', 'toxic'])).toBeNull();
    expect(guess(['0', '1', '2'])).toBeNull();
    expect(guess([])).toBeNull();
  });

  it('splits without empty parts and outer space', () => {
    expect(splitLabels(' a ; b;;', ';')).toEqual(['a', 'b']);
  });
});
