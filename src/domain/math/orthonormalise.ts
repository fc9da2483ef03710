/** A pivot below this share of its column's square length counts as zero. */
const DEPENDENT = 1e-9;
/** Rows taken together, so that each coefficient read from memory serves all of them. */
const BLOCK = 4;

/**
 * Orthonormal columns of a tall matrix by Cholesky QR (Golub and Van Loan, 5.2): accurate to about
 * the square root of the float32 precision, which a latent basis does not notice. Columns that
 * depend on earlier ones become zero. `matrix` is row-major [rows x width] and is overwritten.
 */
export function orthonormalise(matrix: Float32Array, width: number): void {
  applyLower(matrix, width, invertLower(cholesky(gram(matrix, width), width), width));
}

/** Copies rows `from` to `from + BLOCK`, row after row; rows beyond the end are zero. */
function takeRows(matrix: Float32Array, width: number, from: number, into: Float64Array): void {
  const start = from * width;
  const size = Math.min(BLOCK * width, matrix.length - start);
  for (let k = 0; k < size; k++) into[k] = matrix[start + k] as number;
  into.fill(0, size);
}

/** Lower triangle of M' M, row-major [width x width]. */
function gram(matrix: Float32Array, width: number): Float64Array {
  const product = new Float64Array(width * width);
  const rows = matrix.length / width;
  const x = new Float64Array(BLOCK * width);
  for (let r = 0; r < rows; r += BLOCK) {
    takeRows(matrix, width, r, x);
    for (let i = 0; i < width; i++) {
      const a = x[i] as number;
      const b = x[width + i] as number;
      const c = x[2 * width + i] as number;
      const d = x[3 * width + i] as number;
      const out = i * width;
      for (let j = 0; j <= i; j++)
        product[out + j] =
          (product[out + j] as number) +
          a * (x[j] as number) +
          b * (x[width + j] as number) +
          c * (x[2 * width + j] as number) +
          d * (x[3 * width + j] as number);
    }
  }
  return product;
}

/** L with L L' = the given matrix, in place; row and column of a dependent column are zero. */
function cholesky(lower: Float64Array, width: number): Float64Array {
  for (let j = 0; j < width; j++) {
    const row = j * width;
    const square = lower[row + j] as number;
    for (let i = 0; i < j; i++) {
      let sum = lower[row + i] as number;
      for (let k = 0; k < i; k++)
        sum -= (lower[row + k] as number) * (lower[i * width + k] as number);
      const pivot = lower[i * width + i] as number;
      lower[row + i] = pivot === 0 ? 0 : sum / pivot;
    }
    let rest = square;
    for (let k = 0; k < j; k++) rest -= (lower[row + k] as number) ** 2;
    lower[row + j] = rest > DEPENDENT * square ? Math.sqrt(rest) : 0;
  }
  return lower;
}

/** Inverse of a lower triangle; zero pivots give zero rows. */
function invertLower(lower: Float64Array, width: number): Float64Array {
  const inverse = new Float64Array(width * width);
  for (let j = 0; j < width; j++) {
    const out = j * width;
    const pivot = lower[out + j] as number;
    if (pivot === 0) continue;
    for (let k = 0; k < j; k++) {
      const factor = (lower[out + k] as number) / pivot;
      for (let i = 0; i <= k; i++)
        inverse[out + i] =
          (inverse[out + i] as number) - factor * (inverse[k * width + i] as number);
    }
    inverse[out + j] = 1 / pivot;
  }
  return inverse;
}

/** Each row x becomes x T' for a lower triangle T, in place. */
function applyLower(matrix: Float32Array, width: number, lower: Float64Array): void {
  const rows = matrix.length / width;
  const x = new Float64Array(BLOCK * width);
  for (let r = 0; r < rows; r += BLOCK) {
    takeRows(matrix, width, r, x);
    const start = r * width;
    for (let j = 0; j < width; j++) {
      const from = j * width;
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let i = 0; i <= j; i++) {
        const t = lower[from + i] as number;
        a += t * (x[i] as number);
        b += t * (x[width + i] as number);
        c += t * (x[2 * width + i] as number);
        d += t * (x[3 * width + i] as number);
      }
      // The last block may be short: a typed array ignores what is stored beyond its end.
      matrix[start + j] = a;
      matrix[start + width + j] = b;
      matrix[start + 2 * width + j] = c;
      matrix[start + 3 * width + j] = d;
    }
  }
}
