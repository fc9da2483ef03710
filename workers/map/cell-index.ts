/**
 * Nearest neighbours by an inverted file (Sivic and Zisserman 2003): rows lie in the cell of their
 * nearest centre, and only the cells nearest to a query are looked through. Centres are rows drawn at random.
 */
import type { Rng } from '../../src/domain/math/rng.ts';

export interface Neighbours {
  /** Rows of the base, nearest first; the query itself, if it is one of them, comes first. */
  readonly rows: Int32Array;
  /** Euclidean. */
  readonly distances: Float32Array;
}

export interface CellIndex {
  /** `query`: [dims]. The arrays are used again by the next call. */
  nearest(query: Float32Array): Neighbours;
}

export interface CellIndexOptions {
  /** [rows x dims]. */
  readonly base: Float32Array;
  readonly dims: number;
  readonly count: number;
  /** Cells looked through for a query; more are slower and surer. */
  readonly probes: number;
  readonly rng: Rng;
}

export function createCellIndex({ base, dims, count, probes, rng }: CellIndexOptions): CellIndex {
  const rows = base.length / dims;
  const cells = Math.max(1, Math.round(Math.sqrt(rows)));
  const centres = new Float32Array(cells * dims);
  for (let c = 0; c < cells; c++) {
    const row = rng.integer(rows);
    centres.set(base.subarray(row * dims, (row + 1) * dims), c * dims);
  }
  const near = createBest(Math.min(probes, cells));
  const best = createBest(Math.min(count, rows));
  const toCells = (query: Float32Array): Int32Array => {
    near.clear();
    for (let c = 0; c < cells; c++) near.offer(c, distance(centres, c * dims, query, near.worst()));
    return near.rows;
  };
  const members: number[][] = Array.from({ length: cells }, () => []);
  for (let row = 0; row < rows; row++)
    members[toCells(base.subarray(row * dims, (row + 1) * dims))[0] as number]?.push(row);
  return {
    nearest(query) {
      best.clear();
      for (const cell of toCells(query))
        for (const row of members[cell] ?? [])
          best.offer(row, distance(base, row * dims, query, best.worst()));
      return { rows: best.rows, distances: best.squares.map(Math.sqrt) };
    },
  };
}

/** Squared; stops where it is beyond `most`. */
function distance(from: Float32Array, start: number, query: Float32Array, most: number): number {
  let sum = 0;
  for (let k = 0; k < query.length; k++) {
    const difference = (from[start + k] as number) - (query[k] as number);
    sum += difference * difference;
    if (sum > most) return sum;
  }
  return sum;
}

interface Best {
  readonly rows: Int32Array;
  readonly squares: Float32Array;
  offer(row: number, square: number): void;
  worst(): number;
  clear(): void;
}

/** The few smallest so far, in order, by insertion. */
function createBest(count: number): Best {
  const rows = new Int32Array(count);
  const squares = new Float32Array(count);
  return {
    rows,
    squares,
    worst: () => squares[count - 1] as number,
    offer(row, square) {
      let at = count - 1;
      if (square >= (squares[at] as number)) return;
      while (at > 0 && (squares[at - 1] as number) > square) {
        squares[at] = squares[at - 1] as number;
        rows[at] = rows[at - 1] as number;
        at -= 1;
      }
      squares[at] = square;
      rows[at] = row;
    },
    clear() {
      squares.fill(Number.POSITIVE_INFINITY);
      rows.fill(0);
    },
  };
}
