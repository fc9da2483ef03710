/** The answered items most like a content, by cosine in the latent view. */
import type { ClassId } from '../../../src/domain/records.ts';
import type { Features } from '../../../src/modalities/contract.ts';
import type { Neighbour } from '../../api.ts';
import type { LearnSession } from './learn-session.ts';

export interface NearestInput {
  readonly session: LearnSession;
  /** The content is row `row` of these. */
  readonly features: Features;
  readonly row: number;
  readonly count: number;
  /** A row that does not count as its own neighbour. */
  readonly except?: number | undefined;
}

export function nearestAnswered({ session, features, row, count, except }: NearestInput) {
  const { labels, encoded } = session;
  const found: { row: number; classes: readonly number[]; similarity: number }[] = [];
  const size = features.denseDims;
  const own = features.dense.subarray(row * size, (row + 1) * size);
  const length = norm(own);
  for (const { row: other, classes } of [...labels.training, ...labels.audit]) {
    if (other === except) continue;
    const vector = encoded.features.dense.subarray(other * size, (other + 1) * size);
    const scale = length * norm(vector);
    found.push({ row: other, classes, similarity: scale === 0 ? 0 : dot(own, vector) / scale });
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

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

function norm(vector: Float32Array): number {
  return Math.sqrt(dot(vector, vector));
}
