/**
 * Products with as many right-hand sides as there are classes, four at a time: four sums stay in
 * registers while a row is read once, several times quicker than a loop over the classes inside.
 */
export const LANES = 4;

/** Row-major [rows x width] -> [groups of four columns][rows][4], the last group filled up with zeros. */
export function packLanes(values: Float64Array, rows: number, width: number): Float64Array {
  const packed = new Float64Array(Math.ceil(width / LANES) * rows * LANES);
  const group = rows * LANES;
  // Along memory: with many columns a pass per column would read every line anew.
  for (let r = 0, at = 0; r < rows; r++)
    for (let c = 0; c < width; c++, at++)
      packed[Math.floor(c / LANES) * group + r * LANES + (c % LANES)] = values[at] as number;
  return packed;
}

export function unpackLanes(packed: Float64Array, rows: number, width: number): Float64Array {
  const values = new Float64Array(rows * width);
  const group = rows * LANES;
  for (let r = 0, at = 0; r < rows; r++)
    for (let c = 0; c < width; c++, at++)
      values[at] = packed[Math.floor(c / LANES) * group + r * LANES + (c % LANES)] as number;
  return values;
}

/** Product of a square row-major matrix [size x size] and a row-major one [size x width]. */
export function multiplySquare(
  matrix: Float64Array,
  vector: Float64Array,
  size: number,
  width: number,
): Float64Array {
  const packed = packLanes(vector, size, width);
  const result = new Float64Array(packed.length);
  for (let group = 0; group < packed.length; group += size * LANES) {
    for (let i = 0; i < size; i++) {
      const line = i * size;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let j = 0, at = group; j < size; j++, at += LANES) {
        const value = matrix[line + j] as number;
        s0 += value * (packed[at] as number);
        s1 += value * (packed[at + 1] as number);
        s2 += value * (packed[at + 2] as number);
        s3 += value * (packed[at + 3] as number);
      }
      const out = group + i * LANES;
      result[out] = s0;
      result[out + 1] = s1;
      result[out + 2] = s2;
      result[out + 3] = s3;
    }
  }
  return unpackLanes(result, size, width);
}
