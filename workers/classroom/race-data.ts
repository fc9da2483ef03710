/** What a race runs on, whatever it was made from. */
import type { QueryVectors } from '../../src/domain/query/strategy.ts';
import type { LabelMode } from '../../src/domain/records.ts';
import type { Features } from '../../src/modalities/contract.ts';
import type { ToyModel } from '../classroom-api.ts';

export interface RaceData {
  /** Of the pool and the test together. */
  readonly features: Features;
  readonly vectors: QueryVectors;
  /** What the first questions are spread over; the pool's rows alone, in the order of `pool`. */
  readonly spreadOver: Features;
  /** Class indices of each row. */
  readonly truth: readonly (readonly number[])[];
  readonly classNames: readonly string[];
  readonly mode: LabelMode;
  /** Ascending. */
  readonly pool: Int32Array;
  readonly test: Int32Array;
  /** Data in the plane: where each row lies, the pool first, and what the model sees of a place. */
  readonly plane: { readonly places: Float32Array; readonly model: ToyModel } | null;
}

/** The data of one run. Equal seeds, equal data. */
export type RaceDataOf = (seed: number) => Promise<RaceData>;

/** A race that cannot be run, in words for the person who asked for it. */
export class RaceRefused extends Error {
  override readonly name = 'RaceRefused';
}
