/** What a head says of answered rows: log loss in nats, row by row. */
import type { LabelMode } from '../../../src/domain/records.ts';
import type { Features } from '../../../src/modalities/contract.ts';
import type { HeadWeights } from '../head/weights.ts';
import { scoreRows } from './score-rows.ts';

/** Floor of a probability, so that one certain error stays finite. */
const FLOOR = 1e-6;

export interface RowLossInput {
  readonly features: Features;
  readonly head: HeadWeights;
  readonly mode: LabelMode;
  readonly labels: readonly { readonly row: number; readonly classes: readonly number[] }[];
}

/** Single: of the class; multi: summed over the classes, each a yes or no. */
export function rowLosses({ features, head, mode, labels }: RowLossInput): readonly number[] {
  const rows = labels.map(({ row }) => row);
  const p = scoreRows({ features, rows, head, mode });
  return labels.map(({ classes: truth }, i) => {
    let sum = 0;
    for (let c = 0; c < head.classes; c++) {
      const own = p[i * head.classes + c] as number;
      if (truth.includes(c)) sum -= Math.log(Math.max(FLOOR, own));
      else if (mode === 'multi') sum -= Math.log(Math.max(FLOOR, 1 - own));
    }
    return sum;
  });
}
