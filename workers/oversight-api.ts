/** Types of oversight, between the page and the learning worker: confusion, drift, fairness, reweighing. */

import type { Range } from '../src/domain/focus.ts';
import type { ColumnDrift } from '../src/domain/oversight/column-drift.ts';
import type { GroupFigures, GroupGap } from '../src/domain/oversight/group-tests.ts';
import type { LabelShift } from '../src/domain/oversight/label-shift.ts';
import type { ClassId, ItemId, QualityFigure } from '../src/domain/records.ts';
import type { Outcome } from './api.ts';

/** Audit answers by what a person said and what the model says now; one class an item. */
export interface ConfusionReport {
  readonly audits: number;
  /** Columns and imported fields by which items fall into groups. */
  readonly fields: readonly string[];
  /** Cells that are not empty, most items first. */
  readonly cells: readonly ConfusionCell[];
}

export interface ConfusionCell {
  readonly truth: ClassId;
  readonly said: ClassId;
  readonly itemIds: readonly ItemId[];
}

/** Items by their number in the project, [from, to), 0-based. */
export interface ItemRange {
  readonly from: number;
  readonly to: number;
}

export interface DriftQuery {
  readonly reference: ItemRange;
  readonly current: ItemRange;
}

/** One comparison of the two windows. */
export interface DriftTest {
  readonly on: 'column' | 'missing' | 'predictions' | 'within' | 'together' | 'vectors';
  /** Of the table, or an imported field; null where the comparison is of no column. */
  readonly column: string | null;
  /** Only items of this class, answered or taken for it by the model; null = all. */
  readonly classId: ClassId | null;
  readonly test: ColumnDrift['test'] | 'mmd' | 'scan';
  readonly statistic: number;
  readonly p: number;
  /** Corrected for the number of comparisons. */
  readonly adjusted: number;
  readonly psi: number | null;
  readonly n: readonly [number, number];
  /** Differs between any two windows by its nature (a clock, a running number): no alarm. */
  readonly isMoving: boolean;
  readonly isChanged: boolean;
  /** Of a scan: where new items crowd most, strongest first. */
  readonly cells?: readonly DriftCell[];
}

/** Items that agree in these columns, in the reference and among the new ones. */
export interface DriftCell {
  readonly where: readonly CellPart[];
  readonly counts: readonly [number, number];
}

export type CellPart = { readonly column: string } & (
  | { readonly kind: 'missing' }
  | { readonly kind: 'value'; readonly value: string }
  /** From (null = the least) to below (null = no end). */
  | { readonly kind: 'range'; readonly from: number | null; readonly below: number | null }
);

export interface DriftReport {
  /** Items compared; a large window is compared by an even sample. */
  readonly n: readonly [number, number];
  readonly isAlarm: boolean;
  readonly tests: readonly DriftTest[];
  /** Columns that no test fits (free text, names). */
  readonly leftOut: readonly string[];
  /** How often the model proposes each class, and how sure it is. Empty before it has learned. */
  readonly proposed: readonly {
    readonly classId: ClassId;
    readonly counts: readonly [number, number];
  }[];
  /** Mean calibrated confidence by window; null before the model has learned. */
  readonly confidence: readonly [number, number] | null;
  /** Unanswered items of the current window that speak most for a change, first the strongest. */
  readonly moved: readonly ItemId[];
  readonly labelShift: LabelShift;
}

export interface FairnessQuery {
  readonly classId: ClassId;
  /** A column or an imported field. */
  readonly field: string;
}

export interface FairnessReport {
  /** Audit answers that have the field. */
  readonly audits: number;
  /** Groups beyond the largest are put together. */
  readonly groups: readonly GroupFigures[];
  readonly gaps: readonly GroupGap[];
  /** Numbers were cut into three groups of about equal size. */
  readonly isCut: boolean;
  /** Items nobody has answered in the group that is known worst, by number; at most 30. */
  readonly ask: {
    readonly group: string;
    /** The stretch of numbers that the group is; null where it is a value. */
    readonly range: Range | null;
    readonly itemIds: readonly ItemId[];
  } | null;
}

/** What reweighing would do, in folds of the learned answers. Biased by how they were chosen. */
export type ReweighingReport =
  | { readonly kind: 'too-few'; readonly labels: number; readonly needed: number }
  | { readonly kind: 'too-many'; readonly labels: number; readonly most: number }
  | {
      readonly kind: 'figures';
      readonly labels: number;
      readonly folds: number;
      readonly before: ReweighedFigures;
      readonly after: ReweighedFigures;
    };

export interface ReweighedFigures {
  readonly accuracy: QualityFigure;
  /** Share that the model gives the class, in each group. */
  readonly selection: readonly { readonly group: string; readonly figure: QualityFigure }[];
  /** Largest less smallest of them. */
  readonly gap: number;
}

export interface OversightApi {
  confusion(): Promise<Outcome<ConfusionReport>>;
  drift(query: DriftQuery): Promise<Outcome<DriftReport>>;
  fairness(query: FairnessQuery): Promise<Outcome<FairnessReport>>;
  /** Changes nothing. */
  reweighing(query: FairnessQuery): Promise<Outcome<ReweighingReport>>;
}
