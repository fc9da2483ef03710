/**
 * An approximate inverse of the curvature, so that conjugate gradients need tens of products and not
 * hundreds: latent features differ a thousandfold in strength. Intercept and dense columns: Cholesky
 * factor of  a_c G + precision,  with G the mean product of two columns and a_c the curvature of
 * class c summed over the rows. Sparse columns: their diagonal.
 */
import type { Design } from './design.ts';
import type { Targets } from './loss.ts';

export type Precondition = (vector: Float64Array) => Float64Array;

export interface PreconditionInput {
  readonly design: Design;
  readonly targets: Targets;
  readonly precision: Float64Array;
  readonly probabilities: Float64Array;
  /** Mean products of intercept and dense columns (`Design.meanProducts`). */
  readonly products: Float64Array;
}

/** Beyond this many classes one factor serves all, made for the mean class. */
const OWN_FACTORS = 8;

export function createPrecondition(input: PreconditionInput): Precondition {
  const { design, targets, precision, probabilities, products } = input;
  const { classes, weights } = targets;
  const size = 1 + design.denseDims;
  const own = probabilities.map((p, i) => {
    const row = Math.floor(i / classes);
    return (weights[row] as number) * (targets.squares?.[row] ? 1 : p * (1 - p));
  });
  const diagonal = design.diagonal(own, classes);
  for (let i = 0; i < diagonal.length; i++)
    diagonal[i] = (diagonal[i] as number) + (precision[i] as number);
  const sums = new Float64Array(classes);
  own.forEach((value, i) => {
    sums[i % classes] = (sums[i % classes] as number) + value;
  });
  const mean = sums.reduce((sum, value) => sum + value, 0) / classes;
  const factorFor = (scale: number): Float64Array =>
    factorise(products, size, scale, (j) => precision[j * classes] as number);
  const shared = classes > OWN_FACTORS ? factorFor(mean) : null;
  const factors = Array.from(sums, (scale) => shared ?? factorFor(scale));
  return (vector) => {
    const result = vector.map((value, i) => value / (diagonal[i] as number));
    for (let c = 0; c < classes; c++) {
      const x = solve(factors[c] as Float64Array, size, (i) => vector[i * classes + c] as number);
      for (let i = 0; i < size; i++) result[i * classes + c] = x[i] as number;
    }
    if (targets.mode === 'single') centre(result, classes);
    return result;
  };
}

/**
 * Softmax does not see what is added to all classes alike: there the curvature is the prior's alone, and
 * the optimum sums to zero over the classes. Staying among such vectors keeps that direction out.
 */
function centre(values: Float64Array, classes: number): void {
  for (let start = 0; start < values.length; start += classes) {
    let mean = 0;
    for (let c = 0; c < classes; c++) mean += (values[start + c] as number) / classes;
    for (let c = 0; c < classes; c++) values[start + c] = (values[start + c] as number) - mean;
  }
}

/** Lower Cholesky factor of scale * products + diag(precision); precision > 0 keeps it definite. */
function factorise(
  products: Float64Array,
  size: number,
  scale: number,
  precision: (j: number) => number,
): Float64Array {
  const lower = products.map((value) => value * scale);
  for (let j = 0; j < size; j++) {
    for (let i = 0; i <= j; i++) {
      let sum = (lower[j * size + i] as number) + (i === j ? precision(j) : 0);
      for (let k = 0; k < i; k++)
        sum -= (lower[j * size + k] as number) * (lower[i * size + k] as number);
      lower[j * size + i] =
        i === j ? Math.sqrt(Math.max(sum, precision(j))) : sum / (lower[i * size + i] as number);
    }
  }
  return lower;
}

/** Solves L L' x = b. */
function solve(lower: Float64Array, size: number, b: (i: number) => number): Float64Array {
  const x = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = b(i);
    for (let k = 0; k < i; k++) sum -= (lower[i * size + k] as number) * (x[k] as number);
    x[i] = sum / (lower[i * size + i] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    const value = (x[i] as number) / (lower[i * size + i] as number);
    x[i] = value;
    for (let k = 0; k < i; k++) x[k] = (x[k] as number) - (lower[i * size + k] as number) * value;
  }
  return x;
}
