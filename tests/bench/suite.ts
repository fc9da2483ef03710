/** `npm run bench:suite`: measures what is missing and writes BENCHMARKS.md (see README.md beside this file). */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { queryStrategies } from '../../src/domain/query/index.ts';
import { ROOT } from './build.ts';
import { BadArguments } from './read-values.ts';
import { readSuiteArgs, type SuiteArgs, wholeSuite } from './suite/args.ts';
import { type CellCache, openCache } from './suite/cache.ts';
import { type Cell, nameOf, type ValueOf } from './suite/cells.ts';
import { describeMachine } from './suite/machine.ts';
import { planCells } from './suite/plan.ts';
import { type Failures, runCells } from './suite/run-cells.ts';
import { writeBenchmarks } from './suite/write-benchmarks.ts';

async function main(): Promise<void> {
  const known = Object.keys(queryStrategies);
  const args = readSuiteArgs(process.argv.slice(2), known, ROOT);
  const cells = planCells(args);
  const cache = openCache(ROOT, args.data);
  const failures = args.isWriteOnly
    ? new Map<string, string>()
    : await runCells({ args, root: ROOT, cells, cache });
  writeFileSync(args.out, documentOf({ args, known, cache, failures }));
  const found = cells.filter((cell) => cache.get(cell) !== null);
  console.log(`${found.length} of ${cells.length} cells measured; written to ${args.out}`);
}

interface Ended {
  readonly args: SuiteArgs;
  readonly known: readonly string[];
  readonly cache: CellCache;
  readonly failures: Failures;
}

/** Everything that the cache holds, also of sections, sets and strategies not asked for this time. */
function documentOf({ args: asked, known, cache, failures }: Ended): string {
  const args = wholeSuite(asked, known);
  const cells = planCells(args);
  const found = new Map(cells.map((cell) => [nameOf(cell), cache.get(cell)]));
  const lookup = <C extends Cell>(cell: C): ValueOf<C> | null =>
    (found.get(nameOf(cell))?.value as ValueOf<C> | undefined) ?? null;
  const times = [...found.values()].flatMap((measured) => measured?.at ?? []);
  const machine = describeMachine(ROOT);
  const remarks = readFileSync(join(ROOT, 'tests/bench/suite/remarks.md'), 'utf8');
  return writeBenchmarks({ args, lookup, machine, cells, failures, times, remarks });
}

main().catch((error: unknown) => {
  const isBad = error instanceof BadArguments;
  console.error(isBad ? error.message : error);
  process.exit(isBad ? 2 : 1);
});
