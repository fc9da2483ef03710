import { describe, expect, it } from 'vitest';
import {
  contentKey,
  contentTitle,
  coveredShare,
  isEmptyContent,
} from '../../../src/domain/content.ts';
import type { BlobHash, ItemContent, SoundContent } from '../../../src/domain/records.ts';

const blob = 'ab'.repeat(32) as BlobHash;
const sound = (startMs: number): SoundContent => ({
  kind: 'sound',
  blob,
  name: 'marsh.wav',
  startMs,
  durationMs: 2_000,
});
const patched: ItemContent = {
  ...sound(0),
  patches: [{ region: { x: 0, y: 0, width: 0.5, height: 1 }, fill: { kind: 'mean' } }],
};

describe('contents', () => {
  it('are equal exactly when their keys are', () => {
    const row = (cells: Record<string, string>): ItemContent => ({ kind: 'table', cells });
    expect(contentKey(row({ a: '1', b: '2' }))).toBe(contentKey(row({ b: '2', a: '1' })));
    expect(contentKey(row({ a: '1' }))).not.toBe(contentKey(row({ a: '2' })));
    expect(contentKey(sound(0))).not.toBe(contentKey(sound(500)));
    expect(contentKey(sound(0))).not.toBe(contentKey(patched));
    expect(contentKey({ kind: 'text', text: 'as it is' })).toBe('as it is');
  });

  it('have a line that tells them apart', () => {
    expect(contentTitle({ kind: 'table', cells: { age: '3', city: '' } })).toBe('age: 3 · city: –');
    expect(contentTitle(sound(0))).toBe('marsh.wav');
    expect(contentTitle(sound(4_000))).toBe('marsh.wav 0:04');
    expect(contentTitle(sound(64_500))).toBe('marsh.wav 1:04.5');
    expect(contentTitle(sound(72_000))).toBe('marsh.wav 1:12');
  });

  it('are empty when there is nothing to answer about', () => {
    expect(isEmptyContent({ kind: 'text', text: ' \n' })).toBe(true);
    expect(isEmptyContent({ kind: 'table', cells: { a: '', b: '' } })).toBe(true);
    expect(isEmptyContent({ kind: 'table', cells: { a: '', b: '0' } })).toBe(false);
    expect(isEmptyContent(sound(0))).toBe(false);
  });

  it('count an area once, however often it is covered', () => {
    const left = { x: 0, y: 0, width: 0.5, height: 1 };
    expect(coveredShare([])).toBe(0);
    expect(coveredShare([left])).toBeCloseTo(0.5);
    expect(coveredShare([left, { ...left, height: 0.5 }])).toBeCloseTo(0.5);
    expect(coveredShare([left, { ...left, x: 0.5 }])).toBeCloseTo(1);
  });
});
