/** Words of the head: multinomial (or per-class binary) logistic regression with Gaussian priors. */

export interface LabelledRow {
  readonly row: number;
  /** Class indices: exactly one (single), any number (multi). */
  readonly classes: readonly number[];
}

export type HeadMode = 'single' | 'multi';

/**
 * Precision (inverse variance) of the prior by block, and how strongly rare classes are raised:
 * a row of class c counts (n / (K n_c))^balance, so 0 leaves the sample as it is and 1 makes all
 * classes weigh the same.
 */
export interface HyperParameters {
  readonly sparse: number;
  readonly dense: number;
  readonly intercept: number;
  readonly balance: number;
}
