/** Section c: from a durable answer to the model having learned it and rescored the pool. */
import type { Source } from '../curves-of.ts';
import { table, verdict } from '../markdown.ts';
import { appCells } from '../plan.ts';

const MANY_ROWS = 100_000;
const MANY_ROWS_P50_MS = 120;

export function answerToLearned({ args, lookup }: Source): string {
  const rows = appCells(args).flatMap((cell) => {
    const report = lookup(cell);
    const [run] = report?.runs ?? [];
    if (!report || !run) return [];
    const { answerToLearnedMs: learned, settleMs: settled } = run;
    const isMany = report.pool >= MANY_ROWS;
    return [
      [
        `${cell.set}${cell.scale === null ? '' : ', replicated with variation'}`,
        report.pool.toLocaleString('en'),
        cell.strategy,
        `${learned.p50} / ${learned.p95} (n = ${learned.n})`,
        `${settled.p50} / ${settled.p95}`,
        `${(run.encodeMs / 1000).toFixed(1)} s`,
        `${run.peakHeapMB} MB`,
        `${report.backend} (${report.adapter})`,
        isMany ? `p50 ${MANY_ROWS_P50_MS} ms: ${verdict(learned.p50 <= MANY_ROWS_P50_MS)}` : '',
      ],
    ];
  });
  if (rows.length === 0) return 'Not measured.';
  const heads = [
    ...['data', 'pool', 'strategy', 'answer → learned, p50 / p95 ms', 'then settled, p50 / p95 ms'],
    ...['opened in', 'JavaScript heap', 'backend', 'target'],
  ];
  return `In the built app, one seed each.\n\n${table(heads, rows)}`;
}
