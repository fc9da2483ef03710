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
 * as the mean of their classes, and rows without any as one.
 */
export function buildTargets({ labels, classes, mode, balance }: TargetsInput): Targets {
  const rows = labels.length;
  const truth = new Float64Array(rows * classes);
  const counts = new Float64Array(classes);
  labels.forEach(({ classes: own }, i) => {
    for (const c of own) {
      truth[i * classes + c] = 1;
      counts[c] = (counts[c] ?? 0) + 1;
    }
  });
  const seen = counts.filter((count) => count > 0).length;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const weightOf = (c: number): number => (total / (seen * (counts[c] as number))) ** balance;
  const weights = Float64Array.from(labels, ({ classes: own }) =>
    own.length === 0 ? 1 : own.reduce((sum, c) => sum + weightOf(c), 0) / own.length,
  );
  return { rows, classes, mode, truth, weights };
}
