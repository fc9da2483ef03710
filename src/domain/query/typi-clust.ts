/**
 * TypiClust: from each group of alike items the most typical one, the densest place of the group,
 *   typicality(x) = 1 / mean distance to its K nearest neighbours in the group.
 */
import { takeTurns } from './cluster-turns.ts';
import type { QueryInput, QueryStrategy, QueryVectors } from './strategy.ts';
import { squaredDistance } from './vector-math.ts';

const NEIGHBOURS = 20;
const kept = new WeakMap<Float32Array, WeakMap<readonly number[], Map<number, number>>>();

/**
 * 1 / mean Euclidean distance to the K nearest of the other members (fewer in a small group).
 * 0 for a group of one; Infinity among exact duplicates.
 */
export function typicalityOf(
  vectors: QueryVectors,
  row: number,
  members: readonly number[],
  neighbours = NEIGHBOURS,
): number {
  const distances = Float64Array.from(
    members.filter((other) => other !== row),
    (other) => Math.sqrt(squaredDistance(vectors, row, other)),
  ).sort();
  const near = distances.subarray(0, neighbours);
  if (near.length === 0) return 0;
  return near.length / near.reduce((sum, distance) => sum + distance, 0);
}

function keptTypicality(vectors: QueryVectors, row: number, members: readonly number[]): number {
  if (vectors.dims === 0) return 0;
  const byMembers = kept.get(vectors.values) ?? new WeakMap();
  kept.set(vectors.values, byMembers);
  const known: Map<number, number> = byMembers.get(members) ?? new Map();
  byMembers.set(members, known);
  const value = known.get(row) ?? typicalityOf(vectors, row, members);
  known.set(row, value);
  return value;
}

export const typiClust = {
  id: 'typiclust',
  family: 'spread',
  label: 'Typical of each group',
  hint: 'Sorts a sample of the items into groups and asks about the most typical of each. Good for the first answers.',
  source: 'TypiClust: Hacohen, Dekel and Weinshall, ICML 2022',
  needsModel: false,
  rank: (input: QueryInput) =>
    takeTurns(input, (row, members) => keptTypicality(input.vectors, row, members)),
} as const satisfies QueryStrategy;
