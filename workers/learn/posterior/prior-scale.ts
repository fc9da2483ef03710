/** Variance of the prior by column: 1 / (precision of its block x factor of the column). */
import type { Features } from '../../../src/modalities/contract.ts';
import { type FeaturePrior, viewThrough } from '../head/priors.ts';
import type { HeadMode, HyperParameters, LabelledRow } from '../head/types.ts';

export interface PriorScale {
  readonly intercept: number;
  /** [denseDims] */
  readonly dense: Float64Array;
  readonly sparse: (column: number) => number;
  /** Columns that a person has said something of, with what they lack of their block's variance. */
  readonly changed: readonly {
    readonly block: 'sparse' | 'dense';
    readonly column: number;
    readonly lacks: number;
  }[];
}

export interface ScaleInput {
  readonly features: Features;
  readonly labels: readonly LabelledRow[];
  readonly classes: number;
  readonly mode: HeadMode;
  readonly hyper: HyperParameters;
  readonly priors: readonly FeaturePrior[];
}

export function priorScale(input: ScaleInput): PriorScale {
  const { features, hyper, priors } = input;
  const { factorOf } = viewThrough(input);
  const varianceOf = (block: 'sparse' | 'dense', column: number): number =>
    1 / (hyper[block] * factorOf(block, column));
  return {
    intercept: 1 / hyper.intercept,
    dense: Float64Array.from({ length: features.denseDims }, (_, k) => varianceOf('dense', k)),
    sparse: (column) => varianceOf('sparse', column),
    changed: priors.flatMap(({ block, column }) => {
      const lacks = 1 / hyper[block] - varianceOf(block, column);
      return lacks === 0 ? [] : [{ block, column, lacks }];
    }),
  };
}
