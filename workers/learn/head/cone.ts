/**
 * What signs allow the weights of one column to be. "Raises class c": its weight exceeds the mean of
 * the others (one class is chosen), or is at least 0 (any number). Each sign is a half-space through
 * the origin, all of them together a cone.
 */
import type { HeadMode } from './types.ts';

/** Unit normals of the half-spaces; inside, the inner product is at least 0. */
export function normalsOf(signs: readonly number[], mode: HeadMode): readonly Float64Array[] {
  const classes = signs.length;
  return signs.flatMap((sign, own) => {
    if (sign === 0 || (mode === 'single' && classes < 2)) return [];
    const other = mode === 'multi' ? 0 : -1 / (classes - 1);
    const normal = Float64Array.from(signs, (_, c) => sign * (c === own ? 1 : other));
    const length = Math.sqrt(dot(normal, normal));
    return [normal.map((value) => value / length)];
  });
}

const ROUNDS = 200;
const ENOUGH = 1e-12;

/**
 * The nearest point of the cone, by Hildreth's dual coordinate ascent (1957). Returns the normals
 * that hold it there: those with a multiplier above 0.
 */
export function projectOnCone(
  point: Float64Array,
  normals: readonly Float64Array[],
): { readonly point: Float64Array; readonly holding: readonly Float64Array[] } {
  const result = Float64Array.from(point);
  const multipliers = new Float64Array(normals.length);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    normals.forEach((normal, i) => {
      const known = multipliers[i] as number;
      const next = Math.max(0, known - dot(normal, result));
      const step = next - known;
      multipliers[i] = next;
      moved = Math.max(moved, Math.abs(step));
      for (let c = 0; c < result.length; c++)
        result[c] = (result[c] as number) + step * (normal[c] as number);
    });
    if (moved <= ENOUGH) break;
  }
  return { point: result, holding: normals.filter((_, i) => (multipliers[i] as number) > ENOUGH) };
}

/** An orthonormal basis of what these span (Gram and Schmidt). */
export function basisOf(vectors: readonly Float64Array[]): readonly Float64Array[] {
  const basis: Float64Array[] = [];
  for (const vector of vectors) {
    const rest = Float64Array.from(vector);
    for (const known of basis) takeOut(rest, known);
    const length = Math.sqrt(dot(rest, rest));
    if (length > 1e-9) basis.push(rest.map((value) => value / length));
  }
  return basis;
}

/** Removes the part along a unit vector, in place. */
export function takeOut(values: Float64Array, direction: Float64Array): void {
  const along = dot(values, direction);
  for (let c = 0; c < values.length; c++)
    values[c] = (values[c] as number) - along * (direction[c] as number);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
