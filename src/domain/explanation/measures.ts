/** Measures of counterfactuals by the names of the field (Mothilal et al. 2020; Pawelczyk et al. 2021). */

/** Of the parts of an item (words, columns, places): how many changed, of how many. */
export interface Changed {
  readonly changed: number;
  readonly total: number;
}

/** Number of changed parts. */
export function sparsity({ changed }: Changed): number {
  return changed;
}

/** Share of the parts that stay as they are, in [0, 1]; 1 for an item without any. */
export function proximity({ changed, total }: Changed): number {
  return total === 0 ? 1 : Math.max(0, 1 - changed / total);
}

/** Share of the nearest answered items that have the new answer (yNN, y = 5); null with fewer. */
export function plausibility(agree: readonly boolean[]): number | null {
  const NEIGHBOURS = 5;
  if (agree.length < NEIGHBOURS) return null;
  return agree.slice(0, NEIGHBOURS).filter(Boolean).length / NEIGHBOURS;
}

/** Mean pairwise Jaccard distance between the sets of changes, in [0, 1]; null for fewer than two. */
export function diversity(sets: readonly ReadonlySet<string>[]): number | null {
  if (sets.length < 2) return null;
  const distances: number[] = [];
  sets.forEach((a, i) => {
    for (const b of sets.slice(i + 1)) {
      const shared = [...a].filter((one) => b.has(one)).length;
      const either = a.size + b.size - shared;
      distances.push(either === 0 ? 0 : 1 - shared / either);
    }
  });
  return distances.reduce((sum, value) => sum + value, 0) / distances.length;
}
