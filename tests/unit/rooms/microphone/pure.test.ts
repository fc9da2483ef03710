import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimmed } from '../../../../src/rooms/microphone/desk.ts';
import { levelOf } from '../../../../src/rooms/microphone/level.ts';
import { createRing } from '../../../../src/rooms/microphone/ring.ts';

describe('the ring', () => {
  it('holds the last samples in order, whatever the blocks', () => {
    const blocks = fc.array(fc.array(fc.integer({ min: -99, max: 99 }), { maxLength: 20 }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), blocks, fc.nat(30), (size, parts, count) => {
        const ring = createRing(size);
        for (const part of parts) ring.push(Float32Array.from(part));
        const all = parts.flat().slice(-size);
        expect(ring.size()).toBe(all.length);
        expect([...ring.last(count)]).toEqual(count === 0 ? [] : all.slice(-count));
      }),
    );
  });

  it('refuses to hold nothing', () => {
    expect(() => createRing(0)).toThrow('a ring of 0 samples');
  });
});

describe('the level', () => {
  it('runs from silence to the end of the scale', () => {
    expect(levelOf(new Float32Array(128)).level).toBe(0);
    expect(levelOf(new Float32Array(0)).level).toBe(0);
    expect(levelOf(new Float32Array(128).fill(1))).toEqual({ level: 1, isCut: true });
    expect(levelOf(new Float32Array(128).fill(0.1)).level).toBeCloseTo(1 - 20 / 60, 3);
  });
});

describe('trimming', () => {
  const sound = { samples: Float32Array.from({ length: 100 }, (_, i) => i), rate: 100 };

  it('keeps what lies between', () => {
    const { samples } = trimmed(sound, { from: 0.25, to: 0.75 });
    expect([samples.length, samples[0], samples.at(-1)]).toEqual([50, 25, 74]);
  });

  it('leaves at least something', () => {
    expect(trimmed(sound, { from: 0.999, to: 0.999 }).samples.length).toBeGreaterThan(0);
  });
});
