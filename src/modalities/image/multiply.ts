/** Matrix product in plain loops, for where nobody lends a quicker one. */
import type { Multiply } from '../contract.ts';

/** Rows handled together, so that each number read of the right side serves four sums. */
const BLOCK = 4;

export const multiplyPlain: Multiply = async (a, b, { rows, inner, columns }) => {
  const result = new Float32Array(rows * columns);
  const sums = new Float64Array(BLOCK * columns);
  for (let row = 0; row < rows; row += BLOCK) {
    const size = Math.min(BLOCK, rows - row);
    sums.fill(0);
    addBlock({ a, b, inner, columns, row, size }, sums);
    result.set(sums.subarray(0, size * columns), row * columns);
  }
  return result;
};

interface Block {
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly inner: number;
  readonly columns: number;
  readonly row: number;
  readonly size: number;
}

function addBlock({ a, b, inner, columns, row, size }: Block, sums: Float64Array): void {
  const at = (r: number, k: number): number =>
    r < size ? (a[(row + r) * inner + k] as number) : 0;
  for (let k = 0; k < inner; k++) {
    const [v0, v1, v2, v3] = [at(0, k), at(1, k), at(2, k), at(3, k)];
    const base = k * columns;
    for (let j = 0; j < columns; j++) {
      const value = b[base + j] as number;
      sums[j] = (sums[j] as number) + v0 * value;
      sums[columns + j] = (sums[columns + j] as number) + v1 * value;
      sums[2 * columns + j] = (sums[2 * columns + j] as number) + v2 * value;
      sums[3 * columns + j] = (sums[3 * columns + j] as number) + v3 * value;
    }
  }
}
