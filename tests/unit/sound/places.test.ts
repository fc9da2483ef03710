import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlobHash, SoundContent } from '../../../src/domain/records.ts';
import { indicesIn, rectanglesUpTo, sizeOf } from '../../../src/modalities/sound/lattice.ts';
import { cellsIn, filled, regionsOf } from '../../../src/modalities/sound/view/chosen.ts';
import { parseColour } from '../../../src/modalities/sound/view/colours.ts';
import { moved } from '../../../src/modalities/sound/view/moved.ts';
import { placeName } from '../../../src/modalities/sound/view/place-name.ts';

const content: SoundContent = {
  kind: 'sound',
  blob: 'a' as BlobHash,
  name: 'call.wav',
  startMs: 0,
  durationMs: 1_000,
};

describe('chosen places', () => {
  it('become regions and cells again, whatever was chosen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.array(fc.nat(47)), (columns, picked) => {
        const chosen = new Set(picked.filter((cell) => cell < columns * 6));
        const back = cellsIn(regionsOf(chosen, columns), columns);
        expect([...back].sort((a, b) => a - b)).toEqual([...chosen].sort((a, b) => a - b));
      }),
    );
  });

  it('that make a rectangle are one region', () => {
    expect(regionsOf(new Set([9, 10, 17, 18]), 8)).toEqual([
      { x: 1 / 8, y: 1 / 6, width: 2 / 8, height: 2 / 6 },
    ]);
  });

  it('filled with nothing leave the sound as it is', () => {
    expect(filled(content, [])).toEqual(content);
    expect(filled({ ...content, patches: [] }, [])).toEqual(content);
    const [region] = regionsOf(new Set([3]), 8);
    expect(region && filled(content, [region]).patches).toEqual([
      { region, fill: { kind: 'mean' } },
    ]);
  });

  it('have a name in seconds and hertz', () => {
    const region = { x: 0.25, y: 0, width: 0.25, height: 1 };
    expect(placeName(region, { length: 2, rate: 16_000 })).toBe('0.50 to 1.00 s, 0 to 8000 Hz');
  });
});

describe('arrow keys', () => {
  it('move within the lattice and never out of it', () => {
    expect([moved(0, 'ArrowLeft', 8), moved(0, 'ArrowUp', 8)]).toEqual([0, 0]);
    expect([moved(47, 'ArrowRight', 8), moved(47, 'ArrowDown', 8)]).toEqual([47, 47]);
    expect([moved(10, 'ArrowDown', 8), moved(10, 'End', 8), moved(10, 'x', 8)]).toEqual([
      18,
      15,
      null,
    ]);
  });
});

describe('rectangles', () => {
  it('come smallest first, all of them, none larger than asked for', () => {
    const all = rectanglesUpTo(48, 8);
    expect(all).toHaveLength(36 * 21);
    const sizes = rectanglesUpTo(5, 8).map(sizeOf);
    expect(Math.max(...sizes)).toBe(5);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    for (const one of all) expect(indicesIn(one, 8)).toHaveLength(sizeOf(one));
  });
});

it('colours are read as style sheets write them', () => {
  expect(parseColour(' #16202a ')).toEqual([22, 32, 42]);
  expect(parseColour('red')).toBeNull();
});
