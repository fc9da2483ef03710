/** A pivot below this share of its column's square length counts as zero. */
const DEPENDENT = 1e-9;

/**
 * Orthonormal columns of a tall matrix by Cholesky QR (Golub and Van Loan, 5.2): accurate to about
 * the square root of the float32 precision, which a latent basis does not notice. Columns that
 * depend on earlier ones become zero. `matrix` is row-major [rows x width] and is overwritten.
 */
export function orthonormalise(matrix: Float32Array, width: number): void {
  const lower = choleskyOfGram(matrix, width);
  const rows = matrix.length / width;
  // Each row x solves x_new * L^T = x: forward substitution along the row.
  for (let r = 0; r < rows; r++) {
    const start = r * width;
    for (let j = 0; j < width; j++) {
      const pivot = lower[j * width + j] as number;
      if (pivot === 0) {
        matrix[start + j] = 0;
        continue;
      }
      let sum = matrix[start + j] as number;
      for (let k = 0; k < j; k++)
        sum -= (lower[j * width + k] as number) * (matrix[start + k] as number);
      matrix[start + j] = sum / pivot;
    }
  }
}

function gram(matrix: Float32Array, width: number): Float64Array {
  const product = new Float64Array(width * width);
  const rows = matrix.length / width;
  for (let r = 0; r < rows; r++) {
    const start = r * width;
    for (let i = 0; i < width; i++) {
      const value = matrix[start + i] as number;
      if (value === 0) continue;
      const out = i * width;
      for (let j = 0; j <= i; j++)
        product[out + j] = (product[out + j] as number) + value * (matrix[start + j] as number);
    }
  }
  return product;
}

function choleskyOfGram(matrix: Float32Array, width: number): Float64Array {
  const lower = gram(matrix, width);
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
