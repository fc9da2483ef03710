/**
 * Every item in few dimensions: the dense features turned to the directions along which a sample of
 * them varies most (Halko, Martinsson and Tropp 2011), each row of unit length or zero. Distances
 * between them serve the strategies that spread questions, and the map.
 */
import { createRng, deriveSeed, shuffled } from '../../src/domain/math/rng.ts';
import { type LinearMap, leadingSubspace } from '../../src/domain/math/subspace.ts';
import type { QueryVectors } from '../../src/domain/query/strategy.ts';
import type { Features } from '../../src/modalities/contract.ts';

export const VECTOR_DIMS = 32;
/** Rows from which the directions are learned. */
const SAMPLE = 1_500;

/** Product of the dense features of the whole pool with a row-major [denseDims x width] matrix. */
export type PoolTimes = (right: Float32Array, width: number) => Promise<Float32Array>;

export async function vectorsOf(
  features: Features,
  seed: number,
  times: PoolTimes,
): Promise<QueryVectors> {
  const { rows, denseDims } = features;
  const dims = Math.min(VECTOR_DIMS, denseDims, rows);
  if (dims === 0) return { dims: 0, values: new Float32Array(0) };
  const basis = await leadingSubspace(sampleMap(features, seed), {
    width: dims,
    seed: deriveSeed(seed, 'vectors'),
    between: async () => undefined,
  });
  const width = basis.length / denseDims;
  const values = await times(basis, width);
  toUnitRows(values, width);
  return { dims: width, values };
}

function sampleMap({ rows, dense, denseDims }: Features, seed: number): LinearMap {
  const all = Array.from({ length: rows }, (_, row) => row);
  const chosen = shuffled(all, createRng(deriveSeed(seed, 'vector-sample'))).slice(0, SAMPLE);
  const rowAt = (i: number): Float32Array => {
    const row = chosen[i] as number;
    return dense.subarray(row * denseDims, (row + 1) * denseDims);
  };
  return {
    rows: chosen.length,
    columns: denseDims,
    times(block, width) {
      const result = new Float32Array(chosen.length * width);
      for (let i = 0; i < chosen.length; i++) {
        const out = result.subarray(i * width, (i + 1) * width);
        const row = rowAt(i);
        for (let k = 0; k < denseDims; k++) addScaled(out, row[k] as number, block, k * width);
      }
      return result;
    },
    transposedTimes(block, width) {
      const result = new Float32Array(denseDims * width);
      for (let i = 0; i < chosen.length; i++) {
        const row = rowAt(i);
        for (let k = 0; k < denseDims; k++)
          addScaled(
            result.subarray(k * width, (k + 1) * width),
            row[k] as number,
            block,
            i * width,
          );
      }
      return result;
    },
  };
}

function addScaled(out: Float32Array, factor: number, from: Float32Array, start: number): void {
  if (factor === 0) return;
  for (let j = 0; j < out.length; j++)
    out[j] = (out[j] as number) + factor * (from[start + j] as number);
}

function toUnitRows(values: Float32Array, dims: number): void {
  for (let start = 0; start < values.length; start += dims) {
    let square = 0;
    for (let k = start; k < start + dims; k++) square += (values[k] as number) ** 2;
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let k = start; k < start + dims; k++) values[k] = (values[k] as number) * scale;
  }
}
