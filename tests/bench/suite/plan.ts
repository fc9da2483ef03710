/** Which cells each section needs. Cells asked for by two sections are measured once. */
import { queryStrategies } from '../../../src/domain/query/index.ts';
import type { SectionId, SuiteArgs } from './args.ts';
import { type AppCell, type Cell, type CurveCell, nameOf, type ScriptCell } from './cells.ts';
import { needsBrowser, type SuiteSet } from './sets.ts';

/** The strategies whose curves go on until they reach 95 % of the full-data score. */
const LONG = ['random', 'margin', 'auto'];
/** Seeds of the strategies that are not judged by a target. */
const MOST_OTHER_SEEDS = 3;
const NOISES = [0, 0.1, 0.2];
/** The first of these sets that are asked for bear the noise: one of texts, one of tables. */
const NOISE_SETS = ['tweets', 'digits'];
const NOISE_LABELS = 200;
const APP_SETS = ['tweets', 'banking', 'digits', 'churn'];
/** What a new project asks by; sections that time the app take it whatever else is asked for. */
const DEFAULT = 'auto' in queryStrategies ? 'auto' : 'margin';
/** Choices timed of every strategy and pool, after the first. */
export const SPEED_TIMES = 15;
const APP_LABELS = 200;
const MANY_ROWS = 100_000;
const MANY_LABELS = 60;

export function planCells(args: SuiteArgs): readonly Cell[] {
  const planned = args.only.flatMap((section) => cellsOf(section, args));
  return [...new Map(planned.map((cell) => [nameOf(cell), cell])).values()];
}

function cellsOf(section: SectionId, args: SuiteArgs): readonly Cell[] {
  switch (section) {
    case 'a':
      return args.sets.flatMap((set): readonly Cell[] =>
        needsBrowser(set) ? browserCells(args, set) : [...curveCells(args, set)],
      );
    case 'b':
      return [SPEED];
    case 'c':
      return appCells(args);
    case 'd':
      return scaleCells(args);
    case 'e':
      return noiseCells(args);
  }
}

/** Those of the long curves that exist and were asked for. */
export function longStrategies({ strategies }: SuiteArgs): readonly string[] {
  return LONG.filter((id) => strategies.includes(id));
}

export function seedsOf(args: SuiteArgs, set: SuiteSet, strategy: string): readonly number[] {
  const most = LONG.includes(strategy) ? args.seeds : Math.min(args.seeds, MOST_OTHER_SEEDS);
  return seedsUpTo(Math.min(most, set.mostSeeds ?? most));
}

function seedsUpTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, seed) => seed);
}

export function curveCell(set: SuiteSet, strategy: string, seed: number): CurveCell {
  const labels = LONG.includes(strategy) ? set.long : set.short;
  return { kind: 'curve', set: set.id, strategy, seed, labels, noise: 0 };
}

/** By seed, so that the encoder learns each split once; judged strategies first. */
function* curveCells(args: SuiteArgs, set: SuiteSet): Generator<Cell> {
  const long = longStrategies(args);
  const order = [...long, ...args.strategies.filter((id) => !long.includes(id))];
  for (const seed of seedsUpTo(Math.min(args.seeds, set.mostSeeds ?? args.seeds))) {
    for (const strategy of order)
      if (seedsOf(args, set, strategy).includes(seed)) yield curveCell(set, strategy, seed);
    // Last, since it takes longest on large sets and the curves tell most.
    yield { kind: 'full', set: set.id, seed };
  }
}

export function browserCell(set: SuiteSet, strategy: string, seed: number): AppCell {
  return { kind: 'app', set: set.id, strategy, seed, labels: set.long, scale: null };
}

function browserCells(args: SuiteArgs, set: SuiteSet): readonly AppCell[] {
  return longStrategies(args).flatMap((strategy) =>
    seedsOf(args, set, strategy)
      .slice(0, MOST_OTHER_SEEDS)
      .map((seed) => browserCell(set, strategy, seed)),
  );
}

/** Section c: answer to learned, in the built app; last the file of texts on many rows. */
export function appCells(args: SuiteArgs): readonly AppCell[] {
  const strategy = DEFAULT;
  const sets = args.sets.filter(({ id }) => APP_SETS.includes(id));
  const usual = sets.map(
    ({ id }): AppCell => ({
      ...{ kind: 'app', set: id, strategy, seed: 0 },
      ...{ labels: APP_LABELS, scale: null },
    }),
  );
  const many = sets.filter(({ task }) => task === 'text').slice(0, 1);
  return [
    ...usual,
    ...many.map(
      ({ id }): AppCell => ({
        ...{ kind: 'app', set: id, strategy, seed: 0 },
        ...{ labels: MANY_LABELS, scale: MANY_ROWS },
      }),
    ),
  ];
}

/** Section b: the bench of its own that times every strategy at 5,000, 25,000 and 100,000 rows. */
export const SPEED: ScriptCell = {
  ...{ kind: 'script', script: 'strategy-speed.ts' },
  args: ['--rows', '5000,25000,100000', '--times', String(SPEED_TIMES)],
};

/** Section d: a bench of its own for import, reopening and memory. */
export function scaleCells({ isQuick }: SuiteArgs): readonly ScriptCell[] {
  const cell = (rows: number, kind: string): ScriptCell => ({
    kind: 'script',
    script: 'scale.ts',
    args: ['--rows', String(rows), '--kind', kind],
  });
  const usual = [cell(MANY_ROWS, 'text'), cell(MANY_ROWS, 'table')];
  return isQuick ? usual.slice(0, 1) : [...usual, cell(1_000_000, 'text')];
}

export interface NoiseRow {
  readonly set: SuiteSet;
  readonly strategy: string;
  readonly noise: number;
  readonly cells: readonly CurveCell[];
}

/** Section e. Without noise it is the curve of section a, read at fewer labels. */
export function noiseRows(args: SuiteArgs): readonly NoiseRow[] {
  const sets = args.sets.filter(({ id }) => NOISE_SETS.includes(id));
  return sets.flatMap((set) =>
    longStrategies(args).flatMap((strategy) =>
      NOISES.map((noise): NoiseRow => {
        const cells = seedsOf(args, set, strategy).map((seed) => {
          const plain = curveCell(set, strategy, seed);
          return noise === 0 ? plain : { ...plain, noise, labels: NOISE_LABELS };
        });
        return { set, strategy, noise, cells };
      }),
    ),
  );
}

function noiseCells(args: SuiteArgs): readonly Cell[] {
  const cells = noiseRows(args).flatMap((row) => row.cells);
  // By set and seed, for the sake of the encoder.
  return cells.sort((a, b) => (a.set === b.set ? a.seed - b.seed : 0));
}
