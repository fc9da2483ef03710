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

/** Four running sums: additions then need not wait for one another. `b` is read from `at` on. */
export function dot(
  a: Float64Array | Float32Array,
  b: Float64Array | Float32Array,
  at = 0,
): number {
  const { length } = a;
  let p = 0;
  let q = 0;
  let r = 0;
  let s = 0;
  let k = 0;
  for (; k + 3 < length; k += 4) {
    p += (a[k] as number) * (b[at + k] as number);
    q += (a[k + 1] as number) * (b[at + k + 1] as number);
    r += (a[k + 2] as number) * (b[at + k + 2] as number);
    s += (a[k + 3] as number) * (b[at + k + 3] as number);
  }
  for (; k < length; k++) p += (a[k] as number) * (b[at + k] as number);
  return p + q + (r + s);
}
