/** Measures the cells that the cache lacks, one after another, and says how it goes. */
import { runAppCell } from './app-cell.ts';
import type { SuiteArgs } from './args.ts';
import type { CellCache } from './cache.ts';
import { type Cell, nameOf, type ValueOf } from './cells.ts';
import type { NodeCells } from './node-cells.ts';
import { createTimeLeft, guessSeconds, inWords } from './progress.ts';
import { runScriptCell } from './script-cell.ts';
import { type SuiteSet, suiteSets } from './sets.ts';

export interface RunInput {
  readonly args: SuiteArgs;
  readonly root: string;
  readonly cells: readonly Cell[];
  readonly cache: CellCache;
}

/** What could not be measured, by the name of the cell, with the reason. */
export type Failures = ReadonlyMap<string, string>;

export async function runCells(input: RunInput): Promise<Failures> {
  const missing = input.cells.filter((cell) => input.cache.get(cell) === null);
  const timeLeft = createTimeLeft();
  const failures = new Map<string, string>();
  let guessed = missing.reduce((sum, cell) => sum + guessSeconds(cell, setById), 0);
  const have = input.cells.length - missing.length;
  console.log(`${input.cells.length} cells, ${have} of them measured before; ${input.args.data}`);
  const measure = createMeasure(input);
  for (const [index, cell] of missing.entries()) {
    const left = inWords(timeLeft.estimate(guessed));
    console.log(`[${index + 1}/${missing.length}] ${nameOf(cell)}; about ${left} left`);
    const started = Date.now();
    const used = process.cpuUsage();
    try {
      const value = await measure(cell);
      const seconds = (Date.now() - started) / 1000;
      input.cache.put({ cell, value, seconds, at: new Date().toISOString() });
      const { user, system } = process.cpuUsage(used);
      console.log(`    ${inWords(seconds)}, ${inWords((user + system) / 1e6)} of processor here`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      failures.set(nameOf(cell), reason);
      console.error(`    not measured: ${reason}`);
    }
    const own = guessSeconds(cell, setById);
    timeLeft.done(own, (Date.now() - started) / 1000);
    guessed -= own;
  }
  return failures;
}

function createMeasure({ args, root }: RunInput): (cell: Cell) => Promise<ValueOf<Cell>> {
  // TensorFlow.js and the encoders are loaded only when a cell in Node is missing.
  let opened: Promise<NodeCells> | null = null;
  const inNode = (): Promise<NodeCells> => {
    opened ??= import('./node-cells.ts').then(({ openNodeCells }) => openNodeCells(args.data));
    return opened;
  };
  return async (cell) => {
    switch (cell.kind) {
      case 'curve':
        return (await inNode()).curve(cell, setById(cell.set));
      case 'full':
        return (await inNode()).full(cell, setById(cell.set));
      case 'app':
        return runAppCell(args.data, cell, setById(cell.set));
      case 'script':
        return runScriptCell(root, cell);
    }
  };
}

export function setById(id: string): SuiteSet {
  const set = suiteSets.find((one) => one.id === id);
  if (!set) throw new Error(`no set is called ${id}`);
  return set;
}
