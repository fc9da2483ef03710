/** Races on encoded items whose answers are known: samples and projects. */
import type { LabelMode } from '../../../src/domain/records.ts';
import type { Features } from '../../../src/modalities/contract.ts';
import { vectorsOf } from '../../learn/vectors.ts';
import { plainEngine } from '../plain-engine.ts';
import type { RaceDataOf } from '../race-data.ts';
import { selectRows } from '../select-rows.ts';
import { splitRows } from '../split.ts';

export interface KnownItems {
  readonly features: Features;
  /** Class indices of each row, ascending. */
  readonly truth: readonly (readonly number[])[];
  readonly classNames: readonly string[];
  readonly mode: LabelMode;
}

/** The directions that vectors are turned to do not depend on the race. */
const SEED = 1;

/** Fresh seeds split the same items anew; they are encoded once. */
export async function itemData({
  features,
  truth,
  classNames,
  mode,
}: KnownItems): Promise<RaceDataOf> {
  const matrix = plainEngine.load(features.dense, features.rows, features.denseDims);
  const vectors = await vectorsOf(features, SEED, (right, width) => matrix.times(right, width));
  return async (seed) => {
    const { pool, test } = splitRows(truth.length, seed);
    return {
      features,
      vectors,
      spreadOver: selectRows(features, pool),
      truth,
      classNames,
      mode,
      pool: Int32Array.from(pool),
      test: Int32Array.from(test),
      plane: null,
    };
  };
}
