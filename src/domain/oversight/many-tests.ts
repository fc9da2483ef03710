/**
 * Many tests at once (Benjamini and Hochberg 1995): adjusted p values, so that among the changes
 * reported at most the share `q` is expected to be chance. Same order as given.
 */
export function adjust(ps: readonly number[]): readonly number[] {
  const order = ps.map((p, i) => ({ p, i })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(ps.length).fill(1);
  let least = 1;
  order.forEach(({ p, i }, k) => {
    least = Math.min(least, (p * ps.length) / (ps.length - k));
    adjusted[i] = least;
  });
  return adjusted;
}
