/** A cell in the built app: the bench with one strategy and one seed. */
import { join } from 'node:path';
import { queryStrategies } from '../../../src/domain/query/index.ts';
import { readArgs } from '../args.ts';
import { runInBrowser } from '../browser.ts';
import { loadBenchData } from '../data.ts';
import { type BenchReport, summarise } from '../report.ts';
import type { AppCell } from './cells.ts';
import type { SuiteSet } from './sets.ts';

const CHECKPOINTS = '30,50,60,100,200';

export async function runAppCell(
  data: string,
  { strategy, seed, labels, scale }: AppCell,
  { file, task, label }: SuiteSet,
): Promise<BenchReport> {
  const argv = [
    ...['--file', join(data, file), '--task', task, '--strategy', strategy],
    ...['--labels', String(labels), '--checkpoints', CHECKPOINTS, '--split-seed', String(seed)],
    ...['--first-seed', String(seed), '--seeds', '1'],
    ...(label === null ? [] : ['--label', label]),
    ...(scale === null ? [] : ['--scale', String(scale)]),
  ];
  const args = readArgs(argv, Object.keys(queryStrategies));
  const rows = loadBenchData(args);
  const [report] = summarise(args, rows, await runInBrowser(args, rows));
  if (!report) throw new Error('the bench reported nothing');
  return report;
}
