/**
 * K-means (Lloyd 1982) on whitened patches: the codebook of Coates, Lee and Ng (2011). Plain loops in
 * a fixed order, never on a backend: the same pictures give the same codebook on every device.
 */
import type { Rng } from '../../domain/math/rng.ts';

export interface KMeansInput {
  /** Row-major [count x dims]. */
  readonly points: Float32Array;
  readonly dims: number;
  readonly clusters: number;
  readonly rounds: number;
  readonly rng: Rng;
  /** Awaited between pieces of work with the fraction done. */
  readonly between: (fraction: number) => Promise<void>;
}

/** Points assigned between two pauses: some 20 ms of work. */
const PIECE = 2_000_000;

/** Share of the points below which a round changes nothing that matters. */
const SETTLED = 0.01;

/** Row-major [found x dims]; fewer than asked where there are fewer different points. */
export async function kMeans(input: KMeansInput): Promise<Float32Array> {
  const { points, dims, rounds, between } = input;
  const count = points.length / dims;
  let centres = drawCentres(input);
  const nearest = new Int32Array(count);
  const clusters = centres.length / dims;
  const piece = Math.max(1, Math.floor(PIECE / (dims * clusters)));
  for (let round = 0; round < rounds; round++) {
    const before = nearest.slice();
    for (let from = 0; from < count; from += piece) {
      assign(points, centres, { dims, from, to: Math.min(count, from + piece) }, nearest);
      await between((round + Math.min(1, (from + piece) / count)) / rounds);
    }
    centres = moveCentres(input, centres, nearest);
    const moved = nearest.reduce((sum, own, i) => sum + (own === before[i] ? 0 : 1), 0);
    if (moved <= SETTLED * count) break;
  }
  return centres;
}

/** Different points, drawn at random. */
function drawCentres({ points, dims, clusters, rng }: KMeansInput): Float32Array {
  const count = points.length / dims;
  const chosen: number[] = [];
  const seen = new Set<string>();
  for (let tries = 0; chosen.length < clusters && tries < 20 * clusters; tries++) {
    const at = rng.integer(count);
    const key = points.subarray(at * dims, (at + 1) * dims).join();
    if (seen.has(key)) continue;
    seen.add(key);
    chosen.push(at);
  }
  const centres = new Float32Array(chosen.length * dims);
  chosen.forEach((at, k) => {
    centres.set(points.subarray(at * dims, (at + 1) * dims), k * dims);
  });
  return centres;
}

interface Stretch {
  readonly dims: number;
  readonly from: number;
  readonly to: number;
}

/** Nearest centre of each point: argmax of x.c - |c|^2 / 2. Ties go to the first. */
function assign(
  points: Float32Array,
  centres: Float32Array,
  { dims, from, to }: Stretch,
  nearest: Int32Array,
): void {
  const clusters = centres.length / dims;
  const halves = Float64Array.from({ length: clusters }, (_, k) => {
    let sum = 0;
    for (let d = 0; d < dims; d++) sum += (centres[k * dims + d] as number) ** 2;
    return sum / 2;
  });
  for (let i = from; i < to; i++) {
    const at = i * dims;
    let best = Number.NEGATIVE_INFINITY;
    let own = 0;
    let k = 0;
    for (; k + 3 < clusters; k += 4) {
      const base = k * dims;
      let a = -(halves[k] as number);
      let b = -(halves[k + 1] as number);
      let c = -(halves[k + 2] as number);
      let e = -(halves[k + 3] as number);
      for (let d = 0; d < dims; d++) {
        const x = points[at + d] as number;
        a += x * (centres[base + d] as number);
        b += x * (centres[base + dims + d] as number);
        c += x * (centres[base + 2 * dims + d] as number);
        e += x * (centres[base + 3 * dims + d] as number);
      }
      if (a > best) [best, own] = [a, k];
      if (b > best) [best, own] = [b, k + 1];
      if (c > best) [best, own] = [c, k + 2];
      if (e > best) [best, own] = [e, k + 3];
    }
    for (; k < clusters; k++) {
      let a = -(halves[k] as number);
      for (let d = 0; d < dims; d++)
        a += (points[at + d] as number) * (centres[k * dims + d] as number);
      if (a > best) [best, own] = [a, k];
    }
    nearest[i] = own;
  }
}

/** Means of what was assigned; a centre without points begins anew at a random point. */
function moveCentres(
  { points, dims, rng }: KMeansInput,
  centres: Float32Array,
  nearest: Int32Array,
): Float32Array {
  const clusters = centres.length / dims;
  const sums = new Float64Array(clusters * dims);
  const counts = new Int32Array(clusters);
  nearest.forEach((k, i) => {
    counts[k] = (counts[k] as number) + 1;
    for (let d = 0; d < dims; d++)
      sums[k * dims + d] = (sums[k * dims + d] as number) + (points[i * dims + d] as number);
  });
  const moved = new Float32Array(clusters * dims);
  counts.forEach((size, k) => {
    const other = size === 0 ? rng.integer(nearest.length) : 0;
    for (let d = 0; d < dims; d++)
      moved[k * dims + d] =
        size === 0 ? (points[other * dims + d] as number) : (sums[k * dims + d] as number) / size;
  });
  return moved;
}
