/**
 * A number as a learner sees it: robustly scaled, and as steps at quantiles of its column. Steps are
 * coded cumulatively from the median outwards (+1 for each edge between the median and a value above,
 * -1 for each between it and a value below), so that independent Gaussian weights on the steps are a
 * random walk: a smoothness prior on the curve (Rue and Held 2005, 3.3), zero at the median; and a
 * curve that never falls is one whose weights all have one sign.
 */
import type { Ramp } from './state.ts';

const QUANTILES = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];
/** So many standard deviations apart lie, in a normal distribution, 25 and 75 %, 5 and 95 %, 1 and 99 %. */
const MIDDLE_HALF = 1.349;
const NEARLY_ALL = 3.29;
const NEARLY_EVERYTHING = 4.65;
/** Beyond so many spreads from the median a value grows only by its logarithm. */
const LINEAR_TO = 3;

/** `sorted` ascending, finite, not empty. At most `steps` edges; none where all values are alike. */
export function fitRamp(sorted: Float64Array, steps: number): Ramp {
  const quantiles = QUANTILES.map((share) => quantile(sorted, share));
  const [least, q05, q25, centre, q75, q95, most] = quantiles as [number, ...number[]] & number[];
  const middle = ((q75 as number) - (q25 as number)) / MIDDLE_HALF;
  const outer = ((q95 as number) - (q05 as number)) / NEARLY_ALL;
  const tails = (quantile(sorted, 0.99) - quantile(sorted, 0.01)) / NEARLY_EVERYTHING;
  const robust = Math.max(middle, outer, tails);
  // A column that is nearly always the same has no middle: what is rare in it sets the scale.
  const spread = robust > 0 ? robust : deviation(sorted) || 1;
  const edges = least === most ? [] : edgesOf(sorted, steps);
  return { centre: centre as number, spread, edges, quantiles };
}

export function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (place - below) * (high - low);
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** Midway between neighbouring values at evenly spaced ranks: a step never lies on a value. */
function edgesOf(sorted: Float64Array, steps: number): readonly number[] {
  const edges = new Set<number>();
  for (let k = 1; k <= steps; k++) {
    const at = Math.round((k / (steps + 1)) * sorted.length);
    const value = sorted[Math.min(Math.max(at, 1), sorted.length - 1)] as number;
    const below = lastBelow(sorted, value);
    if (below !== null) edges.add((below + value) / 2);
    else {
      const above = firstAbove(sorted, value);
      if (above !== null) edges.add((value + above) / 2);
    }
  }
  return [...edges].sort((a, b) => a - b);
}

function lastBelow(sorted: Float64Array, value: number): number | null {
  const at = firstIndex(sorted, (one) => one >= value);
  return at === 0 ? null : (sorted[at - 1] as number);
}

function firstAbove(sorted: Float64Array, value: number): number | null {
  return sorted[firstIndex(sorted, (one) => one > value)] ?? null;
}

function firstIndex(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** In spreads from the median; far out only as the logarithm, so that one row cannot rule. */
export function scaled({ centre, spread }: Ramp, value: number): number {
  const z = (value - centre) / spread;
  const size = Math.abs(z);
  return size <= LINEAR_TO ? z : Math.sign(z) * (LINEAR_TO + Math.log1p(size - LINEAR_TO));
}

/** Calls `step` for each edge that lies between the median and the value, with +1 above and -1 below. */
export function eachStep(
  { centre, edges }: Ramp,
  value: number,
  step: (edge: number, sign: 1 | -1) => void,
): void {
  edges.forEach((edge, k) => {
    if (edge >= centre ? value > edge : false) step(k, 1);
    else if (edge < centre && value < edge) step(k, -1);
  });
}

/** Length of a step for which a row has a mean square of about one over its column. */
export function stepSize({ edges }: Ramp): number {
  return Math.sqrt(4 / Math.max(1, edges.length));
}
