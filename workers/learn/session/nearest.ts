/** The answered items most like a content, by cosine: in the latent view, or by names where there is none. */
import type { ClassId } from '../../../src/domain/records.ts';
import type { Csr, Features } from '../../../src/modalities/contract.ts';
import type { Neighbour } from '../../api.ts';
import type { LearnSession } from './learn-session.ts';

export interface NearestInput {
  readonly session: LearnSession;
  /** The content is row `row` of these. */
  readonly features: Features;
  readonly row: number;
  /** At most so many; absent = all. */
  readonly count?: number;
  /** A row that does not count as its own neighbour. */
  readonly except?: number | undefined;
}

export function nearestAnswered({ session, features, row, count, except }: NearestInput) {
  const { labels, encoded } = session;
  const found: { row: number; classes: readonly number[]; similarity: number }[] = [];
  const similarityTo = similarities(features, row, encoded.features);
  for (const { row: other, classes } of [...labels.training, ...labels.audit]) {
    if (other === except) continue;
    found.push({ row: other, classes, similarity: similarityTo(other) });
  }
  return found
    .sort((a, b) => b.similarity - a.similarity || a.row - b.row)
    .slice(0, count)
    .flatMap(({ row: other, classes, similarity }): Neighbour[] => {
      const itemId = encoded.ids[other];
      if (!itemId) return [];
      return [{ itemId, similarity, classes: classes.map((c) => labels.classIds[c] as ClassId) }];
    });
}

function similarities(
  { dense, denseDims: size, sparse }: Features,
  row: number,
  pool: Features,
): (other: number) => number {
  if (size === 0) return named(sparse, row, pool.sparse);
  const own = dense.subarray(row * size, (row + 1) * size);
  const length = norm(own);
  return (other) => {
    const vector = pool.dense.subarray(other * size, (other + 1) * size);
    const scale = length * norm(vector);
    return scale === 0 ? 0 : dot(own, vector) / scale;
  };
}

function named(own: Csr, row: number, pool: Csr): (other: number) => number {
  const values = new Map<number, number>();
  for (let e = own.indptr[row] as number; e < (own.indptr[row + 1] as number); e++)
    values.set(own.indices[e] as number, own.values[e] as number);
  const length = norm(Float32Array.from(values.values()));
  return (other) => {
    const [from, to] = [pool.indptr[other] as number, pool.indptr[other + 1] as number];
    let sum = 0;
    for (let e = from; e < to; e++)
      sum += (values.get(pool.indices[e] as number) ?? 0) * (pool.values[e] as number);
    const scale = length * norm(pool.values.subarray(from, to));
    return scale === 0 ? 0 : sum / scale;
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

function norm(vector: Float32Array): number {
  return Math.sqrt(dot(vector, vector));
}
