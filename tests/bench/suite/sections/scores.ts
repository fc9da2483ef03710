/** Every strategy on every set at the budgets of the target, with labels needed against random. */
import { type Curve, meanAt } from '../curves.ts';
import { curvesOf, type Source } from '../curves-of.ts';
import { capitals, scoreInWords, table, verdict } from '../markdown.ts';
import type { SuiteSet } from '../sets.ts';
import { against, ratioInWords } from './labels-saved.ts';

const BUDGETS = [30, 50, 100, 200];
/** What `auto` is to reach on the tweets, by labels. */
const TWEETS: ReadonlyMap<number, number> = new Map([
  [50, 0.52],
  [100, 0.58],
  [200, 0.63],
]);

export function scores(source: Source): string {
  const parts = source.args.sets.flatMap((set) => partOf(source, set) ?? []);
  const targets = tweetsTarget(source);
  return [...(targets ? [targets] : []), ...parts].join('\n\n');
}

function partOf(source: Source, set: SuiteSet): string | null {
  const measured = source.args.strategies.flatMap((strategy) => {
    const curves = curvesOf(source, set, strategy).map(({ curve }) => curve);
    return curves.length > 0 ? [{ strategy, curves }] : [];
  });
  if (measured.length === 0) return null;
  const budgets = BUDGETS.filter((labels) => measured.some(({ curves }) => has(curves, labels)));
  const rows = measured.map(({ strategy, curves }) => [
    strategy,
    ...budgets.map((labels) => scoreInWords(meanAt(curves, labels))),
    strategy === 'random' ? '1' : ratioInWords(against(source, set, strategy)),
  ]);
  const heads = budgets.map((labels) => `at ${labels}`);
  return [
    `### ${set.id}: ${capitals(set.measure)}`,
    '',
    table(['strategy', ...heads, "labels for 95 % of all, to random's"], rows),
  ].join('\n');
}

function has(curves: readonly Curve[], labels: number): boolean {
  return meanAt(curves, labels) !== null;
}

function tweetsTarget(source: Source): string | null {
  const set = source.args.sets.find(({ id }) => id === 'tweets');
  if (!set) return null;
  const curves = curvesOf(source, set, 'auto').map(({ curve }) => curve);
  const rows = [...TWEETS].map(([labels, target]) => {
    const found = meanAt(curves, labels);
    return [
      String(labels),
      scoreInWords(found),
      target.toFixed(2),
      verdict(found ? found.mean >= target : null),
    ];
  });
  return [
    '### tweets: what *auto* is to reach',
    '',
    table(['labels', 'auto', 'target', ''], rows),
  ].join('\n');
}
