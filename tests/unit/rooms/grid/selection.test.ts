import { describe, expect, it } from 'vitest';
import { extendedTo, moved, NOTHING, toggled } from '../../../../src/rooms/grid/selection.ts';

const LAYOUT = { columns: 4, count: 10 };

describe('selecting on a grid', () => {
  it('moves by the rows as they are laid out, and stays at the border', () => {
    const down = moved(NOTHING, 'ArrowDown', false, LAYOUT);
    expect(down?.cursor).toBe(4);
    expect(moved(NOTHING, 'ArrowUp', false, LAYOUT)?.cursor).toBe(0);
    expect(moved({ ...NOTHING, cursor: 7 }, 'ArrowDown', false, LAYOUT)?.cursor).toBe(7);
    expect(moved(NOTHING, 'x', false, LAYOUT)).toBeNull();
  });

  it('selects on the way with Shift, both ways', () => {
    let at = toggled(NOTHING, 5);
    at = moved(at, 'ArrowLeft', true, LAYOUT) ?? at;
    at = moved(at, 'ArrowLeft', true, LAYOUT) ?? at;
    expect([...at.chosen].sort()).toEqual([3, 4, 5]);
    expect([...extendedTo(at, 7).chosen].sort()).toEqual([3, 4, 5, 6, 7]);
  });

  it('takes back what was chosen twice', () => {
    expect([...toggled(toggled(NOTHING, 2), 2).chosen]).toEqual([]);
  });
});
