import type { LabelMode } from '../../../src/domain/records.ts';
import type { Features } from '../../../src/modalities/contract.ts';
import { toProbabilities } from '../head/loss.ts';
import type { HeadWeights } from '../head/weights.ts';

export interface ScoreRowsInput {
  readonly features: Features;
  readonly rows: readonly number[];
  readonly head: HeadWeights;
  readonly mode: LabelMode;
}

/** Probabilities of a few rows in plain arithmetic, [rows x classes]. */
export function scoreRows({ features, rows, head, mode }: ScoreRowsInput): Float64Array {
  const { classes } = head;
  const { dense, denseDims, sparse } = features;
  const scores = new Float64Array(rows.length * classes);
  rows.forEach((row, i) => {
    for (let c = 0; c < classes; c++) {
      let sum = head.intercept[c] as number;
      for (let k = 0; k < denseDims; k++)
        sum += (dense[row * denseDims + k] as number) * (head.dense[k * classes + c] as number);
      for (let e = sparse.indptr[row] as number; e < (sparse.indptr[row + 1] as number); e++)
        sum +=
          (sparse.values[e] as number) *
          (head.sparse[(sparse.indices[e] as number) * classes + c] as number);
      scores[i * classes + c] = sum;
    }
  });
  toProbabilities(scores, classes, mode);
  return scores;
}
