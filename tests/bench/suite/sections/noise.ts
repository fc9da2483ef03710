/** Section e: the same curves answered by a person who errs; the test labels stay true. */
import { meanAt } from '../curves.ts';
import type { Source } from '../curves-of.ts';
import { capitals, scoreInWords, table } from '../markdown.ts';
import { noiseRows } from '../plan.ts';

const BUDGETS = [50, 100, 200];

export function noise({ args, lookup }: Source): string {
  const rows = noiseRows(args).flatMap(({ set, strategy, noise: share, cells }) => {
    const curves = cells.flatMap((cell) => {
      const value = lookup(cell);
      if (!value) return [];
      return [value.points.map((point) => ({ labels: point.labels, score: point[set.measure] }))];
    });
    if (curves.length === 0) return [];
    const figures = BUDGETS.map((labels) => scoreInWords(meanAt(curves, labels)));
    return [[`${set.id}, ${capitals(set.measure)}`, strategy, `${share * 100} %`, ...figures]];
  });
  if (rows.length === 0) return 'Not measured.';
  const heads = ['data', 'strategy', 'wrong answers', ...BUDGETS.map((labels) => `at ${labels}`)];
  return [
    'Each item is answered wrongly with this probability, then uniformly with another class.',
    '',
    table(heads, rows),
  ].join('\n');
}
