/** The curves of one strategy on one set, from what was measured. */
import type { SuiteArgs } from './args.ts';
import type { Lookup } from './cells.ts';
import type { Curve } from './curves.ts';
import { browserCell, curveCell, seedsOf } from './plan.ts';
import { needsBrowser, type SuiteSet } from './sets.ts';

export interface SeedCurve {
  readonly seed: number;
  readonly curve: Curve;
}

export interface Source {
  readonly args: SuiteArgs;
  readonly lookup: Lookup;
}

/** Only the seeds that were measured. */
export function curvesOf(
  { args, lookup }: Source,
  set: SuiteSet,
  strategy: string,
): readonly SeedCurve[] {
  return seedsOf(args, set, strategy).flatMap((seed) => {
    const points = needsBrowser(set)
      ? lookup(browserCell(set, strategy, seed))?.mean
      : lookup(curveCell(set, strategy, seed))?.points;
    if (!points) return [];
    const curve = points.map((point) => ({ labels: point.labels, score: point[set.measure] }));
    return [{ seed, curve }];
  });
}

/** The score with the labels of the whole pool, by seed. */
export function fullScores({ args, lookup }: Source, set: SuiteSet): ReadonlyMap<number, number> {
  const found = Array.from({ length: args.seeds }, (_, seed) => ({
    seed,
    value: lookup({ kind: 'full', set: set.id, seed }),
  }));
  return new Map(
    found.flatMap(({ seed, value }) => (value ? [[seed, value[set.measure]] as const] : [])),
  );
}
