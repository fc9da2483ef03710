/** The point nearest to a place, without looking at all of them: a grid of cells over [-1, 1]. Pure. */
const CELLS = 128;

export interface PickGrid {
  /** The nearest wanted row within `most`, or -1. */
  nearest(x: number, y: number, most: number, isWanted: (row: number) => boolean): number;
}

/** `positions`: [rows x 2], in [-1, 1]. */
export function createPickGrid(positions: Float32Array): PickGrid {
  const rows = positions.length / 2;
  const starts = new Uint32Array(CELLS * CELLS + 1);
  const cells = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const cell =
      place(positions[2 * row + 1] as number) * CELLS + place(positions[2 * row] as number);
    cells[row] = cell;
    starts[cell + 1] = (starts[cell + 1] as number) + 1;
  }
  for (let cell = 0; cell < CELLS * CELLS; cell++)
    starts[cell + 1] = (starts[cell + 1] as number) + (starts[cell] as number);
  const next = starts.slice();
  const sorted = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const cell = cells[row] as number;
    const at = next[cell] as number;
    next[cell] = at + 1;
    sorted[at] = row;
  }
  return {
    nearest(x, y, most, isWanted) {
      let best = -1;
      let least = most * most;
      const [left, right] = [place(x - most), place(x + most)];
      for (let line = place(y - most); line <= place(y + most); line++) {
        const from = starts[line * CELLS + left] as number;
        const to = starts[line * CELLS + right + 1] as number;
        for (let i = from; i < to; i++) {
          const row = sorted[i] as number;
          const dx = (positions[2 * row] as number) - x;
          const dy = (positions[2 * row + 1] as number) - y;
          const square = dx * dx + dy * dy;
          if (square > least || !isWanted(row)) continue;
          least = square;
          best = row;
        }
      }
      return best;
    },
  };
}

function place(value: number): number {
  return Math.min(CELLS - 1, Math.max(0, Math.floor(((value + 1) / 2) * CELLS)));
}
