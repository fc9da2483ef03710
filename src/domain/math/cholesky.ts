/**
 * Cholesky factor of a symmetric positive definite matrix, and systems with many right-hand sides at
 * once (row-major [size x width], so that the inner loop runs along memory).
 */

/** Lower factor L of A = L L', [size x size]; what stands above the diagonal is left as it was. Throws a RangeError when A is not positive definite. */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array {
  const lower = Float64Array.from(matrix);
  for (let j = 0; j < size; j++) {
    const line = j * size;
    for (let i = 0; i <= j; i++) {
      const other = i * size;
      let sum = lower[line + i] as number;
      for (let k = 0; k < i; k++) sum -= (lower[line + k] as number) * (lower[other + k] as number);
      if (i < j) lower[line + i] = sum / (lower[other + i] as number);
      else if (sum > 0) lower[line + i] = Math.sqrt(sum);
      else
        throw new RangeError(`pivot ${j} is ${sum}; a positive definite matrix has none below 0`);
    }
  }
  return lower;
}

/** L x = b, in place. */
export function solveLower(lower: Float64Array, size: number, values: Float64Array): void {
  const width = size === 0 ? 0 : values.length / size;
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++)
      takeRow(values, { from: k * width, to: i * width, width }, lower[i * size + k] as number);
    scaleRow(values, i * width, width, 1 / (lower[i * size + i] as number));
  }
}

/** L' x = b, in place. */
export function solveUpper(lower: Float64Array, size: number, values: Float64Array): void {
  const width = size === 0 ? 0 : values.length / size;
  for (let i = size - 1; i >= 0; i--) {
    scaleRow(values, i * width, width, 1 / (lower[i * size + i] as number));
    for (let k = 0; k < i; k++)
      takeRow(values, { from: i * width, to: k * width, width }, lower[i * size + k] as number);
  }
}

interface RowPair {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

function takeRow(values: Float64Array, { from, to, width }: RowPair, factor: number): void {
  for (let w = 0; w < width; w++)
    values[to + w] = (values[to + w] as number) - factor * (values[from + w] as number);
}

function scaleRow(values: Float64Array, start: number, width: number, factor: number): void {
  for (let at = start; at < start + width; at++) values[at] = (values[at] as number) * factor;
}
