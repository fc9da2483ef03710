import type { Targets } from './loss.ts';
import type { HeadMode, LabelledRow } from './types.ts';

export interface TargetsInput {
  readonly labels: readonly LabelledRow[];
  readonly classes: number;
  readonly mode: HeadMode;
  /** 0 = rows count as they are, 1 = all classes weigh the same. */
  readonly balance: number;
}

/**
 * What the labelled rows ask for, and how much each counts: (n / (K n_c))^balance for its class c
 * (King and Zeng 2001), so that a rare class is not drowned. Several classes per item: rows count
 * as the mean of their classes, and rows without any as one. Only items are counted; a virtual row
 * weighs what an item of its class does.
 */
export function buildTargets({ labels, classes, mode, balance }: TargetsInput): Targets {
  const rows = labels.length;
  const truth = new Float64Array(rows * classes);
  const counts = new Float64Array(classes);
  labels.forEach(({ classes: own, target, loss, isVirtual }, i) => {
    if (loss === 'square') return;
    if (target) truth.set(target, i * classes);
    for (const c of own) {
      if (!target) truth[i * classes + c] = 1;
      if (!isVirtual) counts[c] = (counts[c] ?? 0) + 1;
    }
  });
  const seen = counts.filter((count) => count > 0).length;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const weightOf = (c: number): number => {
    const count = counts[c] as number;
    return count === 0 ? 1 : (total / (seen * count)) ** balance;
  };
  const weights = Float64Array.from(labels, ({ classes: own, weight = 1 }) =>
    own.length === 0
      ? weight
      : (weight * own.reduce((sum, c) => sum + weightOf(c), 0)) / own.length,
  );
  const squares = Uint8Array.from(labels, ({ loss }) => (loss === 'square' ? 1 : 0));
  return { rows, classes, mode, truth, weights, squares: squares.includes(1) ? squares : null };
}
