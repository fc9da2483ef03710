/**
 * Each number less its mean, over its spread, in the project's own items; blocks are brought to
 * their weights, so that a row is of length one or so, whatever there is of a block.
 */
export interface Scaling {
  readonly mean: Float32Array;
  /** 0 for what is the same in all items. */
  readonly factor: Float32Array;
}

export interface Weighted {
  readonly length: number;
  readonly weight: number;
}

/** Below, a spread is rounding. */
const LEAST_SPREAD = 1e-6;

/** Rows are all of the length of the blocks together. Without rows nothing is told apart. */
export function learnScaling(rows: readonly Float64Array[], blocks: readonly Weighted[]): Scaling {
  const width = blocks.reduce((sum, { length }) => sum + length, 0);
  const mean = new Float64Array(width);
  const square = new Float64Array(width);
  for (const row of rows)
    for (let k = 0; k < width; k++)
      mean[k] = (mean[k] as number) + (row[k] as number) / rows.length;
  for (const row of rows)
    for (let k = 0; k < width; k++)
      square[k] = (square[k] as number) + ((row[k] as number) - (mean[k] as number)) ** 2;
  const factor = new Float32Array(width);
  let at = 0;
  for (const { length, weight } of blocks) {
    const own = Math.sqrt(weight / Math.max(1, length));
    for (let k = at; k < at + length; k++) {
      const deviation = Math.sqrt((square[k] as number) / Math.max(1, rows.length));
      factor[k] = deviation > LEAST_SPREAD ? own / deviation : 0;
    }
    at += length;
  }
  return { mean: Float32Array.from(mean), factor };
}

/** Farther than so many spreads from the mean is not farther: one odd sound must not outweigh all. */
const MOST_SPREADS = 6;

export function scaleInto(
  { mean, factor }: Scaling,
  row: Float64Array,
  blocks: readonly Weighted[],
  into: Float32Array,
): void {
  let at = 0;
  for (const { length, weight } of blocks) {
    const most = MOST_SPREADS * Math.sqrt(weight / Math.max(1, length));
    for (let k = at; k < at + length; k++) {
      const value = ((row[k] as number) - (mean[k] as number)) * (factor[k] as number);
      into[k] = Math.min(most, Math.max(-most, value));
    }
    at += length;
  }
}
