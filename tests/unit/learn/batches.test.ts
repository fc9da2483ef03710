import { describe, expect, it } from 'vitest';
import type { ItemContent } from '../../../src/domain/records.ts';
import { soundEncoder } from '../../../src/modalities/sound/encode.ts';
import { batchesOf, durationOf, sampleWithin } from '../../../workers/learn/session/batches.ts';

const sound = (durationMs: number) => ({
  content: { kind: 'sound', blob: 'b', name: '', startMs: 0, durationMs } as ItemContent,
});
const sounds = (count: number, durationMs: number) =>
  Array.from({ length: count }, () => sound(durationMs));
const MINUTE = 60_000;

describe('what is read at once', () => {
  it('is bounded by number and by duration, and keeps the order', () => {
    const most = { rows: 200, ms: 10 * MINUTE };
    const sizes = (items: readonly { content: ItemContent }[]) =>
      batchesOf(items, most).map(({ length }) => length);
    expect(sizes(sounds(450, 1_000))).toEqual([200, 200, 50]);
    expect(sizes(sounds(7, 4 * MINUTE))).toEqual([2, 2, 2, 1]);
    expect(sizes([sound(30 * MINUTE), sound(1_000), sound(1_000)])).toEqual([1, 2]);
    expect(sizes([])).toEqual([]);
    const mixed = [sound(1), sound(11 * MINUTE), sound(2)];
    expect(batchesOf(mixed, most).flat()).toEqual(mixed);
  });

  it('counts the sounds that an edited copy is patched with', () => {
    const region = { x: 0, y: 0, width: 1, height: 1 };
    const patches = [{ region, fill: { kind: 'item', blob: 'c' } }];
    expect(durationOf({ ...sound(1_000).content, patches } as ItemContent)).toBe(2_000);
    expect(durationOf({ kind: 'text', text: 'words' })).toBe(0);
  });
});

describe('what is learned from', () => {
  const most = { rows: 300, ms: 15 * MINUTE, stretchMs: 10_000 };

  it('are whole items where they fit, else stretches of fewer', () => {
    const short = sampleWithin(sounds(500, 1_000), most);
    expect([short.items.length, short.isCut]).toEqual([300, false]);
    const long = sampleWithin(sounds(500, 4 * MINUTE), most);
    expect([long.items.length, long.isCut]).toEqual([90, true]);
    const few = sampleWithin(sounds(6, 4 * MINUTE), most);
    expect([few.items.length, few.isCut]).toEqual([6, true]);
  });

  it('is the middle of a long recording', () => {
    const samples = Float32Array.from({ length: 100 }, (_, i) => i);
    const input = { samples, rate: 10, patches: [] };
    expect(soundEncoder.excerpt?.(input, 2_000).samples[0]).toBe(40);
    expect(soundEncoder.excerpt?.(input, 2_000).samples).toHaveLength(20);
    expect(soundEncoder.excerpt?.(input, 20_000)).toBe(input);
  });
});
