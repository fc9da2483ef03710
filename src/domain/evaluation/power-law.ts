/**
 * Learning curves as inverse power laws (Cortes et al. 1994; Figueroa et al. 2012):
 * error(labels) = a + b labels^-c, with a in [0, 1] (what no number of labels takes away), b >= 0,
 * c in [0.05, 2]. For a given c the rest is weighted least squares in a and b; c is profiled on a grid.
 */
export interface CurvePoint {
  /** Answers learned, > 0. */
  readonly labels: number;
  /** Share wrong, in [0, 1]. */
  readonly error: number;
  /** Items that it was measured on: the weight of the point. */
  readonly n: number;
}

export interface PowerLaw {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** Weighted sum of squared residuals. */
  readonly residual: number;
}

const STEPS = 40;
const EXPONENTS = Array.from({ length: STEPS }, (_, i) => 0.05 * (2 / 0.05) ** (i / (STEPS - 1)));

/** Null with fewer than three different numbers of labels: three unknowns need them. */
export function fitPowerLaw(points: readonly CurvePoint[]): PowerLaw | null {
  if (new Set(points.map(({ labels }) => labels)).size < 3) return null;
  let best: PowerLaw | null = null;
  for (const c of EXPONENTS) {
    const found = fitLine(points, c);
    if (!best || found.residual < best.residual - 1e-15) best = found;
  }
  return best;
}

export function errorAt({ a, b, c }: PowerLaw, labels: number): number {
  return Math.min(1, a + b * labels ** -c);
}

/** Weighted least squares of a + b x, x = labels^-c, within the bounds. */
function fitLine(points: readonly CurvePoint[], c: number): PowerLaw {
  const sums = { w: 0, x: 0, y: 0, xx: 0, xy: 0 };
  for (const { labels, error, n } of points) {
    const x = labels ** -c;
    sums.w += n;
    sums.x += n * x;
    sums.y += n * error;
    sums.xx += n * x * x;
    sums.xy += n * x * error;
  }
  const spread = sums.w * sums.xx - sums.x ** 2;
  const slope = spread <= 1e-300 ? 0 : (sums.w * sums.xy - sums.x * sums.y) / spread;
  let b = Math.max(0, slope);
  let a = sums.w === 0 ? 0 : (sums.y - b * sums.x) / sums.w;
  if (a < 0) {
    a = 0;
    b = sums.xx === 0 ? 0 : Math.max(0, sums.xy / sums.xx);
  }
  const residual = points.reduce(
    (sum, { labels, error, n }) => sum + n * (error - a - b * labels ** -c) ** 2,
    0,
  );
  return { a, b, c, residual };
}
