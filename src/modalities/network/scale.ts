/** Scales columns so that each is about as wide as the others and rows have unit length on average. */

/** Added to the variance of a column, as a share of the mean variance. */
const VARIANCE_FLOOR = 0.1;

/** Of row-major [rows x columns]. */
export function scaleOf(values: Float32Array, columns: number) {
  const rows = Math.max(1, values.length / Math.max(1, columns));
  const mean = new Float64Array(columns);
  const variance = new Float64Array(columns);
  values.forEach((value, i) => {
    mean[i % columns] = (mean[i % columns] as number) + value / rows;
  });
  values.forEach((value, i) => {
    const k = i % columns;
    variance[k] = (variance[k] as number) + (value - (mean[k] as number)) ** 2 / rows;
  });
  return { mean: Float32Array.from(mean), gain: gainsOf(variance) };
}

/** Zero for all where no column varies. */
export function gainsOf(variance: Float64Array): Float32Array {
  const typical = variance.reduce((sum, value) => sum + value, 0) / Math.max(1, variance.length);
  if (typical <= 1e-12) return new Float32Array(variance.length);
  const own = variance.map((value) => 1 / Math.sqrt(value + VARIANCE_FLOOR * typical));
  const square = own.reduce((sum, gain, k) => sum + gain * gain * (variance[k] as number), 0);
  return Float32Array.from(own, (gain) => gain / Math.sqrt(square));
}
