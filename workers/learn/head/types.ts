/** Words of the head: multinomial (or per-class binary) logistic regression with Gaussian priors. */

export interface LabelledRow {
  readonly row: number;
  /** Class indices: exactly one (single), any number (multi). */
  readonly classes: readonly number[];
  /** What the row asks for where that is not simply `classes`: a share per class, [classes]. */
  readonly target?: readonly number[];
  /** How much the row counts; 1 when absent. */
  readonly weight?: number;
  /**
   * `square`: the row is a difference that must not matter: its scores are drawn to zero by
   * weight / 2 * sum_c score_c^2.
   */
  readonly loss?: 'log' | 'square';
  /** The row is a difference of two contents: it has no intercept. */
  readonly isDifference?: boolean;
  /** Row of the item that this row is an edited copy of. */
  readonly copyOf?: number;
  /** True for what is not an item: it takes no part in the balance of the classes. */
  readonly isVirtual?: boolean;
  /** True for a copy that the model wrote and a person judged: it takes no part in choosing precisions. */
  readonly isProposed?: boolean;
}

/** Differences have none, and what must not matter is one. */
export function hasIntercept({ loss, isDifference }: LabelledRow): boolean {
  return loss !== 'square' && !isDifference;
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
