/** What a head says of answered rows: log loss in nats, row by row. */
import type { LabelMode } from '../../../src/domain/records.ts';
import type { Features } from '../../../src/modalities/contract.ts';
import type { HeadWeights } from '../head/weights.ts';
import { scoreRows } from './score-rows.ts';

/** Every probability is mixed with so much of an even one: a certain error costs 3 nats, not a dozen. */
const EVEN_SHARE = 0.1;

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
  const options = mode === 'multi' ? 2 : Math.max(1, head.classes);
  const lossAt = (own: number): number =>
    -Math.log((1 - EVEN_SHARE) * Math.max(0, own) + EVEN_SHARE / options);
  return labels.map(({ classes: truth }, i) => {
    let sum = 0;
    for (let c = 0; c < head.classes; c++) {
      const own = p[i * head.classes + c] as number;
      if (truth.includes(c)) sum += lossAt(own);
      else if (mode === 'multi') sum += lossAt(1 - own);
    }
    return sum;
  });
}
