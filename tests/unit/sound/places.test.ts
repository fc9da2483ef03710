import { describe, expect, it } from 'vitest';
import { indicesIn, rectanglesUpTo, sizeOf } from '../../../src/modalities/sound/lattice.ts';
import { parseColour } from '../../../src/modalities/sound/view/colours.ts';
import { placeName } from '../../../src/modalities/sound/view/place-name.ts';

describe('places of a sound', () => {
  it('have a name in seconds and hertz', () => {
    const region = { x: 0.25, y: 0, width: 0.25, height: 1 };
    expect(placeName(region, { length: 2, rate: 16_000 })).toBe('0.50 to 1.00 s, 0 to 8000 Hz');
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
