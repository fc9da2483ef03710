/** Scores of a row under changes of its cells, without encoding it anew. */
import type { Features } from '../contract.ts';
import type { LinearHead } from '../explain-contract.ts';
import { scoresOf } from '../forward.ts';
import type { CellCandidate } from './cell-changes.ts';
import { inputsOf } from './encode.ts';
import { multiplyPlain } from './fourier.ts';
import type { Cells } from './infer-columns.ts';
import type { TableState } from './state.ts';
import { unnamedOf } from './unnamed.ts';

export interface QuickScores {
  /** [classes] */
  readonly under: (changes: readonly CellCandidate[]) => Float64Array;
  /** Rows scored so far. */
  readonly tried: () => number;
}

export interface QuickInput {
  readonly state: TableState;
  readonly cells: Cells;
  readonly features: Features;
  readonly head: LinearHead;
}

export function createQuickScores({ state, cells, features, head }: QuickInput): QuickScores {
  const { classes, dense } = head;
  const unnamed = unnamedOf(state);
  const { count, inputs, per, projections } = unnamed;
  const values = inputsOf({ columns: state.columns, inputs }, [cells]);
  const angles = multiplyPlain(values, projections, { rows: 1, inner: inputs, columns: count });
  const dims = per * count;
  const made = new Float64Array(dims);
  const wavesOf = (turned: ArrayLike<number>): Float64Array => {
    const sums = new Float64Array(classes);
    unnamed.fill(turned, { dense: made, dims });
    for (let k = 0; k < dims; k++) {
      const value = made[k] as number;
      for (let c = 0; c < classes; c++)
        sums[c] = (sums[c] as number) + value * (dense[k * classes + c] as number);
    }
    return sums;
  };
  const waves = wavesOf(angles);
  const still = scoresOf(features, 0, head).map((score, c) => score - (waves[c] as number));
  const turned = new Float64Array(count);
  let tried = 0;
  return {
    under(changes) {
      tried += 1;
      turned.set(angles);
      for (const { turns } of changes)
        for (let k = 0; k < count; k++) turned[k] = (turned[k] as number) + (turns[k] as number);
      const scores = wavesOf(turned);
      for (let c = 0; c < classes; c++)
        scores[c] = changes.reduce(
          (sum, { named }) => sum + (named[c] as number),
          (scores[c] as number) + (still[c] as number),
        );
      return scores;
    },
    tried: () => tried,
  };
}
