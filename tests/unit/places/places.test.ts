import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlobHash, Region, SoundContent } from '../../../src/domain/records.ts';
import { paintingOf } from '../../../src/modalities/places/painting.ts';
import {
  cellsIn,
  filled,
  type Grid,
  gridOf,
  moved,
  regionsOf,
} from '../../../src/modalities/places/places.ts';
import type { Painted } from '../../../src/modalities/view-contract.ts';

const GRID = { columns: 4, rows: 3 };
const content: SoundContent = {
  kind: 'sound',
  blob: 'a' as BlobHash,
  name: 'call.wav',
  startMs: 0,
  durationMs: 1_000,
};

const grids: fc.Arbitrary<Grid> = fc.record({
  columns: fc.integer({ min: 1, max: 12 }),
  rows: fc.integer({ min: 1, max: 12 }),
});

function cellsOf({ columns, rows }: Grid): readonly Region[] {
  return Array.from({ length: columns * rows }, (_, cell) => ({
    x: (cell % columns) / columns,
    y: Math.floor(cell / columns) / rows,
    width: 1 / columns,
    height: 1 / rows,
  }));
}

describe('the grid of places', () => {
  it('is read from the regions that fill it', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        expect(gridOf(cellsOf(grid))).toEqual(grid);
      }),
    );
    expect(gridOf([])).toEqual({ columns: 1, rows: 1 });
  });
});

describe('chosen places', () => {
  it('become regions and cells again, whatever was chosen', () => {
    fc.assert(
      fc.property(grids, fc.array(fc.nat(143)), (grid, picked) => {
        const chosen = new Set(picked.filter((cell) => cell < grid.columns * grid.rows));
        const back = cellsIn(regionsOf(chosen, grid), grid);
        expect([...back]).toEqual([...chosen].sort((a, b) => a - b));
      }),
    );
  });

  it('become few rectangles', () => {
    expect(regionsOf(new Set([0, 1, 4, 5]), GRID)).toEqual([
      { x: 0, y: 0, width: 0.5, height: 2 / 3 },
    ]);
    expect(regionsOf(new Set([0, 5, 10]), GRID)).toHaveLength(3);
    expect(regionsOf(new Set(), GRID)).toEqual([]);
  });

  it('filled with nothing leave the item as it is', () => {
    expect(filled(content, [])).toEqual(content);
    expect(filled({ ...content, patches: [] }, [])).toEqual(content);
    const [region] = regionsOf(new Set([3]), GRID);
    expect(region && filled(content, [region]).patches).toEqual([
      { region, fill: { kind: 'mean' } },
    ]);
  });
});

describe('painting', () => {
  it('keeps nothing of its own: what is painted is what it is told', () => {
    const sent: Painted[] = [];
    const paint = (painted: Painted | null) =>
      paintingOf({ painted, onPaint: (one) => sent.push(one) }, content, GRID);
    paint(null).onChoose(new Set([0]));
    const [first] = sent;
    expect(first && [...paint(first).chosen]).toEqual([0]);
    expect(paint(null).chosen.size).toBe(0);
    paint(null).onDone(new Set([5]));
    expect(sent.map(({ regions, isByKeyboard }) => [regions.length, isByKeyboard])).toEqual([
      [1, false],
      [1, true],
    ]);
    expect(sent[1]?.without).toEqual(filled(content, regionsOf(new Set([5]), GRID)));
  });
});

describe('keys', () => {
  it('move within the grid and never out of it', () => {
    expect([moved(0, 'ArrowLeft', GRID), moved(0, 'ArrowUp', GRID)]).toEqual([0, 0]);
    expect([moved(11, 'ArrowRight', GRID), moved(11, 'ArrowDown', GRID)]).toEqual([11, 11]);
    const keys = ['ArrowDown', 'End', 'Home', 'x'];
    expect(keys.map((key) => moved(5, key, GRID))).toEqual([9, 7, 4, null]);
  });
});
