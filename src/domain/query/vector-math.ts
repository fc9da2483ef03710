/** Distances between rows of `QueryVectors`; without dimensions all rows are alike. */
import type { QueryVectors } from './strategy.ts';

/** Inner product of two rows: the cosine where both have unit length. */
export function dotOf({ dims, values }: QueryVectors, a: number, b: number): number {
  let sum = 0;
  for (let k = 0, i = a * dims, j = b * dims; k < dims; k++, i++, j++)
    sum += (values[i] as number) * (values[j] as number);
  return sum;
}

/** Squared Euclidean distance of two rows. */
export function squaredDistance({ dims, values }: QueryVectors, a: number, b: number): number {
  let sum = 0;
  for (let k = 0, i = a * dims, j = b * dims; k < dims; k++, i++, j++) {
    const difference = (values[i] as number) - (values[j] as number);
    sum += difference * difference;
  }
  return sum;
}

/** Mean of the rows listed, [dims]; zero of no rows. */
export function meanOf({ dims, values }: QueryVectors, rows: ArrayLike<number>): Float64Array {
  const mean = new Float64Array(dims);
  for (let i = 0; i < rows.length; i++) {
    const start = (rows[i] as number) * dims;
    for (let k = 0; k < dims; k++) mean[k] = (mean[k] as number) + (values[start + k] as number);
  }
  return rows.length === 0 ? mean : mean.map((sum) => sum / rows.length);
}

/** Squared Euclidean distance of a row to a point, [dims] from `start` of `points`. */
export function squaredDistanceTo(
  { dims, values }: QueryVectors,
  row: number,
  points: Float64Array,
  start = 0,
): number {
  let sum = 0;
  for (let k = 0, i = row * dims, j = start; k < dims; k++, i++, j++) {
    const difference = (values[i] as number) - (points[j] as number);
    sum += difference * difference;
  }
  return sum;
}
