/**
 * How far a model believes each answer without having learned it: five-fold cross-validation, fold by
 * place in the order of the answers. What the strategies that ask again are given (`again`).
 */
import type { AskedAgain } from '../../../src/domain/query/strategy.ts';
import type { LabelMode } from '../../../src/domain/records.ts';
import type { Features } from '../../../src/modalities/contract.ts';
import type { Learner } from '../learner.ts';
import type { RowLabel } from './labels.ts';
import { scoreRows } from './score-rows.ts';

const FOLDS = 5;

export interface CrossInput {
  readonly learner: Pick<Learner, 'headThen'>;
  readonly features: Features;
  readonly mode: LabelMode;
  readonly training: readonly RowLabel[];
}

/** People's answers only; labels that came with the import are learned from and not asked about. */
export function crossConfidence(input: CrossInput): AskedAgain {
  const found = Array.from({ length: FOLDS }, (_, fold) => confidencesOf(input, fold)).flat();
  found.sort((a, b) => a.row - b.row);
  return {
    rows: Int32Array.from(found, ({ row }) => row),
    confidence: Float32Array.from(found, ({ confidence }) => confidence),
  };
}

function confidencesOf(
  { learner, features, mode, training }: CrossInput,
  fold: number,
): readonly { readonly row: number; readonly confidence: number }[] {
  const isHeldOut = ({ eventId }: RowLabel, i: number): boolean =>
    eventId !== null && i % FOLDS === fold;
  const heldOut = training.filter(isHeldOut);
  if (heldOut.length === 0) return [];
  const head = learner.headThen(
    training.filter((label, i) => !isHeldOut(label, i)),
    [],
  );
  const rows = heldOut.map(({ row }) => row);
  const p = scoreRows({ features, rows, head, mode });
  return heldOut.map(({ row, classes }, i) => {
    const own = p.subarray(i * head.classes, (i + 1) * head.classes);
    return { row, confidence: probabilityOf(own, classes, mode) };
  });
}

/** Several classes per item: of the whole set, the product over the yes-or-noes. */
function probabilityOf(own: Float64Array, classes: readonly number[], mode: LabelMode): number {
  if (mode === 'single') return own[classes[0] ?? 0] ?? 0;
  return own.reduce((product, p, c) => product * (classes.includes(c) ? p : 1 - p), 1);
}
