/** What is known of every item, a column each: row = ordinal of the item. */
import type { AnnotatorId, ClassId, ImportId } from '../records.ts';
import type { BitRows } from './bits.ts';

/** Values of `LabelColumns.kind`. */
export const KIND = { undecided: 0, answered: 1, given: 2, skipped: 3, unsure: 4 } as const;

export interface LabelColumns {
  readonly rows: number;
  /** Order of the classes in all sets: every class of the project, retired ones included. */
  readonly classIds: readonly ClassId[];
  readonly kind: Uint8Array;
  /** Standing classes: a person's, else those that came with the import. */
  readonly labels: BitRows;
  /** 1 where the standing answer was to a question drawn at random. */
  readonly audit: Uint8Array;
  readonly flagged: Uint8Array;
  /** When it was decided, milliseconds since the epoch; 0 = never. */
  readonly at: Float64Array;
  readonly people: readonly AnnotatorId[];
  /** 1 + place in `people`; 0 = nobody. */
  readonly by: Uint16Array;
  readonly imports: readonly ImportId[];
  readonly from: Uint16Array;
}

/** What the model says of every item; absent before it has learned anything. */
export interface ScoreColumns {
  readonly rows: number;
  /** Over the classes of `LabelColumns`. */
  readonly predicted: BitRows;
  /** Of the proposed answer, in [0, 1]. */
  readonly probability: Float32Array;
  /** Single: between the two likeliest classes. Multi: of the class nearest to a coin toss. In [0, 1]. */
  readonly margin: Float32Array;
  /** Of the standing label, in [0, 1]; NaN without one. */
  readonly ofLabel: Float32Array;
}
