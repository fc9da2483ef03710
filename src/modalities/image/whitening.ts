/**
 * Whitening of patches: centred, turned onto their principal axes, each axis scaled to unit variance
 * plus a floor. ZCA whitening (Bell and Sejnowski 1997; Coates, Lee and Ng 2011) is the same up to a
 * rotation, which no distance sees; on the axes themselves the ones that carry nothing are dropped.
 */
export interface Whitening {
  /** Mean patch, [length]. */
  readonly mean: Float32Array;
  /** Row-major [length x dims]: whitened = (patch - mean) times this. */
  readonly projection: Float32Array;
  readonly dims: number;
}

export interface WhiteningOptions {
  /** Added to every variance, as a share of the mean variance. */
  readonly floor: number;
  /** Share of the variance that is kept, and most axes. */
  readonly keep: number;
  readonly most: number;
  /** Awaited between pieces of work. */
  readonly between: () => Promise<void>;
}

/** `patches` is row-major [count x length]. */
export async function learnWhitening(
  patches: Float32Array,
  length: number,
  { floor, keep, most, between }: WhiteningOptions,
): Promise<Whitening> {
  const count = length === 0 ? 0 : patches.length / length;
  const mean = new Float64Array(length);
  for (let i = 0; i < patches.length; i++) {
    const k = i % length;
    mean[k] = (mean[k] as number) + (patches[i] as number) / count;
  }
  const together = await covariance({ patches, length, mean, between });
  const { values, vectors } = await eigenSymmetric(together, length, between);
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const dims = axesFor(values, total * keep, most);
  const projection = new Float32Array(length * dims);
  for (let d = 0; d < dims; d++) {
    const scale = 1 / Math.sqrt(Math.max(0, values[d] as number) + (floor * total) / length + 1e-9);
    for (let k = 0; k < length; k++)
      projection[k * dims + d] = (vectors[d * length + k] as number) * scale;
  }
  return { mean: Float32Array.from(mean), projection, dims };
}

/** Fewest leading axes that hold so much variance; at least one. */
function axesFor(values: Float64Array, wanted: number, most: number): number {
  let held = 0;
  for (let d = 0; d < values.length; d++) {
    held += Math.max(0, values[d] as number);
    if (held >= wanted || d + 1 >= most) return d + 1;
  }
  return Math.max(1, values.length);
}

interface CovarianceInput {
  readonly patches: Float32Array;
  readonly length: number;
  readonly mean: Float64Array;
  readonly between: () => Promise<void>;
}

/** Multiplications between two pauses: some 20 ms of work. */
const PIECE = 16_000_000;

/** Row-major [length x length]. */
async function covariance(input: CovarianceInput): Promise<Float64Array> {
  const { patches, length, mean, between } = input;
  const result = new Float64Array(length * length);
  const row = new Float64Array(length);
  const count = patches.length / Math.max(1, length);
  const piece = Math.max(1, Math.floor(PIECE / (length * length)));
  for (let p = 0; p < count; p++) {
    if (p % piece === piece - 1) await between();
    for (let k = 0; k < length; k++)
      row[k] = (patches[p * length + k] as number) - (mean[k] as number);
    addProducts(row, result);
  }
  for (let i = 0; i < length; i++) {
    for (let j = 0; j <= i; j++) {
      const value = (result[i * length + j] as number) / Math.max(1, count);
      result[i * length + j] = value;
      result[j * length + i] = value;
    }
  }
  return result;
}

/** Adds row' row to the lower triangle. */
function addProducts(row: Float64Array, sums: Float64Array): void {
  const { length } = row;
  for (let i = 0; i < length; i++) {
    const value = row[i] as number;
    const base = i * length;
    for (let j = 0; j <= i; j++)
      sums[base + j] = (sums[base + j] as number) + value * (row[j] as number);
  }
}

const SWEEPS = 12;

/** Cyclic Jacobi (Golub and Van Loan, 8.5). Values descending; row d of `vectors` is axis d. */
export async function eigenSymmetric(
  matrix: Float64Array,
  n: number,
  between: () => Promise<void>,
): Promise<{ readonly values: Float64Array; readonly vectors: Float64Array }> {
  const a = matrix.slice();
  // Rows of v are the axes.
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  const piece = Math.max(1, Math.floor(PIECE / (8 * n * n)));
  for (let sweep = 0; sweep < SWEEPS && !isDiagonal(a, n); sweep++) {
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q);
      if (p % piece === piece - 1) await between();
    }
  }
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (i, j) => (a[j * n + j] as number) - (a[i * n + i] as number) || i - j,
  );
  const vectors = new Float64Array(n * n);
  order.forEach((from, to) => {
    vectors.set(v.subarray(from * n, (from + 1) * n), to * n);
  });
  return { values: Float64Array.from(order, (i) => a[i * n + i] as number), vectors };
}

function isDiagonal(a: Float64Array, n: number): boolean {
  let off = 0;
  let on = 0;
  for (let i = 0; i < n; i++) {
    on += (a[i * n + i] as number) ** 2;
    for (let j = 0; j < i; j++) off += (a[i * n + j] as number) ** 2;
  }
  return off <= 1e-18 * on;
}

function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q] as number;
  if (apq === 0) return;
  const theta = ((a[q * n + q] as number) - (a[p * n + p] as number)) / (2 * apq);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const kp = a[k * n + p] as number;
    const kq = a[k * n + q] as number;
    a[k * n + p] = c * kp - s * kq;
    a[k * n + q] = s * kp + c * kq;
  }
  turnRows(a, n, p, q, c, s);
  turnRows(v, n, p, q, c, s);
}

function turnRows(m: Float64Array, n: number, p: number, q: number, c: number, s: number): void {
  for (let k = 0; k < n; k++) {
    const pk = m[p * n + k] as number;
    const qk = m[q * n + k] as number;
    m[p * n + k] = c * pk - s * qk;
    m[q * n + k] = s * pk + c * qk;
  }
}
