/** target += factor * source[at ...], in place. */
export function addScaled(
  target: Float64Array,
  source: Float32Array | Float64Array,
  at: number,
  factor: number,
): void {
  for (let k = 0; k < target.length; k++)
    target[k] = (target[k] as number) + factor * (source[at + k] as number);
}
