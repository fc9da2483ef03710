/**
 * The two directions along which centred rows vary most (Pearson 1901; Hotelling 1933): eigenvectors of
 * the covariance by orthogonal iteration (Golub and Van Loan, 8.2.4). Deterministic.
 */
const ITERATIONS = 60;

/** Coordinates of every row along the two axes, [rows x 2]; zeros where there is no variance. */
export function principalCoordinates(values: Float32Array, dims: number): Float32Array {
  const rows = dims === 0 ? 0 : Math.floor(values.length / dims);
  const mean = meanOf(values, rows, dims);
  const covariance = covarianceOf(values, mean, rows);
  const [a, b] = twoAxes(covariance, dims);
  const result = new Float32Array(rows * 2);
  for (let row = 0; row < rows; row++) {
    let [x, y] = [0, 0];
    for (let k = 0; k < dims; k++) {
      const value = (values[row * dims + k] as number) - (mean[k] as number);
      x += value * (a[k] as number);
      y += value * (b[k] as number);
    }
    result[2 * row] = x;
    result[2 * row + 1] = y;
  }
  return result;
}

function meanOf(values: Float32Array, rows: number, dims: number): Float64Array {
  const mean = new Float64Array(dims);
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < dims; k++)
      mean[k] = (mean[k] as number) + (values[row * dims + k] as number) / rows;
  return mean;
}

/** Row-major [dims x dims]. */
function covarianceOf(values: Float32Array, mean: Float64Array, rows: number): Float64Array {
  const dims = mean.length;
  const result = new Float64Array(dims * dims);
  const own = new Float64Array(dims);
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < dims; k++)
      own[k] = (values[row * dims + k] as number) - (mean[k] as number);
    for (let i = 0; i < dims; i++) {
      const at = i * dims;
      const scaled = (own[i] as number) / rows;
      for (let j = i; j < dims; j++)
        result[at + j] = (result[at + j] as number) + scaled * (own[j] as number);
    }
  }
  for (let i = 0; i < dims; i++)
    for (let j = 0; j < i; j++) result[i * dims + j] = result[j * dims + i] as number;
  return result;
}

function twoAxes(matrix: Float64Array, dims: number): readonly [Float64Array, Float64Array] {
  // Any start that is not orthogonal to the axes will do; these two are told apart at once.
  let a: Float64Array = Float64Array.from({ length: dims }, (_, k) => 1 / (k + 1));
  let b: Float64Array = Float64Array.from(
    { length: dims },
    (_, k) => (k % 2 === 0 ? 1 : -1) / (k + 2),
  );
  for (let i = 0; i < ITERATIONS; i++) {
    a = unit(times(matrix, a));
    b = times(matrix, b);
    const share = dot(a, b);
    b = unit(b.map((value, k) => value - share * (a[k] as number)));
  }
  return [a, b];
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const dims = vector.length;
  return vector.map((_, i) => dot(matrix.subarray(i * dims, (i + 1) * dims), vector));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return length > 1e-12 ? vector.map((value) => value / length) : vector.fill(0);
}
