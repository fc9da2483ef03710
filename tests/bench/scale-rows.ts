/**
 * More rows than a file has: its rows first, then varied copies of them in turn, each with the
 * label of its original. Seeded: the same rows on every machine. What a model makes of copies says
 * nothing about quality; they are there to measure time and memory.
 */
import { createRng, deriveSeed } from '../../src/domain/math/rng.ts';
import type { BenchRow } from './data.ts';
import { createCellVarier } from './vary-cells.ts';
import { createTextVarier } from './vary-text.ts';

/** Gives a varied copy of the content of a row. */
export type Vary = (row: BenchRow, rng: ReturnType<typeof createRng>) => BenchRow;

/** `count` rows, at least those given; copies are numbered after the highest number there is. */
export function scaleRows(
  rows: readonly BenchRow[],
  count: number,
  seed: number,
): readonly BenchRow[] {
  const result = rows.slice();
  const vary: Vary = rows[0]?.cells ? createCellVarier(rows) : createTextVarier(rows);
  const first = rows.reduce((most, { id }) => Math.max(most, id), -1) + 1;
  for (let made = 0; result.length < count && rows.length > 0; made++) {
    const row = rows[made % rows.length] as BenchRow;
    const copy = vary(row, createRng(deriveSeed(seed, 'copy', made)));
    result.push({ ...copy, id: first + made });
  }
  return result;
}
