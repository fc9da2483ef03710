/** The items that the model doubts most, out of any number seen one after another. */
import type { ItemId, LabelMode } from '../../../../src/domain/records.ts';

export interface Doubtful {
  see(id: ItemId, doubt: number): void;
  /** Most doubtful first; ties by id, so that equal passes give equal lists. */
  ids(): readonly ItemId[];
}

interface Seen {
  readonly id: ItemId;
  readonly doubt: number;
}

/** Keeps so many. */
export function createDoubtful(most: number): Doubtful {
  let kept: Seen[] = [];
  let least = Number.NEGATIVE_INFINITY;
  const prune = (): void => {
    kept.sort((a, b) => b.doubt - a.doubt || (a.id < b.id ? -1 : 1));
    kept = kept.slice(0, most);
    if (kept.length === most) least = kept[most - 1]?.doubt ?? least;
  };
  return {
    see(id, doubt) {
      if (doubt < least) return;
      kept.push({ id, doubt });
      if (kept.length >= 2 * most) prune();
    },
    ids() {
      prune();
      return kept.map(({ id }) => id);
    },
  };
}

/**
 * Higher where the model is less sure of its answer: single, the margin between the two most probable
 * classes, negative (Scheffer, Decomain and Wrobel 2001); several, the distance from one half of the
 * class nearest to it, negative.
 */
export function doubtOf(probabilities: ArrayLike<number>, mode: LabelMode): number {
  let first = 0;
  let second = 0;
  let nearest = 1;
  for (let c = 0; c < probabilities.length; c++) {
    const p = probabilities[c] as number;
    nearest = Math.min(nearest, Math.abs(p - 0.5));
    if (p > first) [first, second] = [p, first];
    else if (p > second) second = p;
  }
  return mode === 'single' ? second - first : -nearest;
}
