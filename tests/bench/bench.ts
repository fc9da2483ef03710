/** Command line of the bench: see README.md beside this file. */

import { queryStrategies } from '../../src/domain/query/index.ts';
import { BadArguments, readArgs } from './args.ts';
import { runInBrowser } from './browser.ts';
import { loadBenchData } from './data.ts';
import { printReports } from './print-report.ts';
import { summarise, writeReports } from './report.ts';

async function main(): Promise<void> {
  const args = readArgs(process.argv.slice(2), Object.keys(queryStrategies));
  const data = loadBenchData(args);
  const results = await runInBrowser(args, data);
  const reports = summarise(args, data, results);
  printReports(reports);
  if (args.out) writeReports(args.out, reports);
}

main().catch((error: unknown) => {
  const isBad = error instanceof BadArguments;
  console.error(isBad ? error.message : error);
  process.exit(isBad ? 2 : 1);
});
