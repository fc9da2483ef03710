/**
 * Items unlike anything the project knows: the distance to the nearest known item, against how far
 * known items lie from each other (a nearest-neighbour test of outlyingness; Ramaswamy, Rastogi and
 * Shim 2000, as a rank, hence no assumption on how distances spread).
 */
import { createRng, deriveSeed, shuffled } from '../../../src/domain/math/rng.ts';
import type { QueryVectors } from '../../../src/domain/query/strategy.ts';

/** Known items compared with. */
const SAMPLE = 1_500;
/** Of the known items themselves this share would be called unlike. */
const RARE = 0.01;

export interface Familiar {
  /** True when fewer than one in a hundred known items lies so far from the others. */
  readonly isUnlike: (row: number) => boolean;
}

/** `known`: rows that count as known; with fewer than 100 of them nothing is called unlike. */
export function familiarity(
  vectors: QueryVectors,
  known: readonly number[],
  seed: number,
): Familiar {
  const sample = shuffled(known, createRng(deriveSeed(seed, 'familiar'))).slice(0, SAMPLE);
  if (vectors.dims === 0 || sample.length < 100) return { isUnlike: () => false };
  const near = sample.map((row) => nearest(vectors, row, sample)).sort((a, b) => a - b);
  const limit = near[Math.floor(near.length * RARE)] ?? -1;
  return { isUnlike: (row) => nearest(vectors, row, sample) < limit };
}

/** Largest cosine with another of these rows. */
function nearest({ dims, values }: QueryVectors, row: number, among: readonly number[]): number {
  let best = -1;
  for (const other of among) {
    if (other === row) continue;
    let product = 0;
    for (let k = 0; k < dims; k++)
      product += (values[row * dims + k] as number) * (values[other * dims + k] as number);
    if (product > best) best = product;
  }
  return best;
}
