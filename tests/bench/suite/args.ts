/** Command line of the suite. Every refusal is one clear line; the caller exits with code 2. */
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { BadArguments, parseOptions, readSeveral, readWhole } from '../read-values.ts';
import { type SuiteSet, suiteSets } from './sets.ts';

export const SECTIONS = ['a', 'b', 'c', 'd', 'e'] as const;
export type SectionId = (typeof SECTIONS)[number];

const USUAL_SEEDS = 5;

export interface SuiteArgs {
  readonly data: string;
  readonly isQuick: boolean;
  readonly only: readonly SectionId[];
  readonly sets: readonly SuiteSet[];
  readonly strategies: readonly string[];
  /** Seeds of the long curves; other strategies take at most three. */
  readonly seeds: number;
  /** Measure nothing; write what the cache holds. */
  readonly isWriteOnly: boolean;
  readonly out: string;
}

const STRING = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;
const OPTIONS = {
  data: STRING,
  quick: FLAG,
  only: STRING,
  sets: STRING,
  strategy: STRING,
  seeds: STRING,
  'write-only': FLAG,
  out: STRING,
} as const;

/** `root` is the folder of the project: relative defaults start there. */
export function readSuiteArgs(
  argv: readonly string[],
  known: readonly string[],
  root: string,
): SuiteArgs {
  const values = parseOptions(argv, OPTIONS);
  const isQuick = values.quick ?? false;
  const data = values.data ? resolve(values.data) : resolve(root, '../shared/data');
  if (!existsSync(data) || readdirSync(data).length === 0)
    throw new BadArguments(`There is no data in ${data}: --data DIR names the folder of the sets.`);
  return {
    data,
    isQuick,
    only: readSeveral('only', values.only ?? 'all', SECTIONS),
    sets: readSets(values.sets, isQuick),
    strategies: readSeveral('strategy', values.strategy ?? 'all', known),
    seeds: readWhole('seeds', values.seeds, { fallback: isQuick ? 1 : USUAL_SEEDS, least: 1 }),
    isWriteOnly: values['write-only'] ?? false,
    out: values.out ? resolve(values.out) : resolve(root, 'BENCHMARKS.md'),
  };
}

/** The same suite with every section, set and strategy. */
export function wholeSuite(args: SuiteArgs, known: readonly string[]): SuiteArgs {
  const seeds = Math.max(args.seeds, USUAL_SEEDS);
  return { ...args, isQuick: false, only: SECTIONS, sets: suiteSets, strategies: known, seeds };
}

function readSets(text: string | undefined, isQuick: boolean): readonly SuiteSet[] {
  const byId = new Map(suiteSets.map((set) => [set.id, set]));
  const usual = suiteSets.filter((set) => set.isQuick || !isQuick).map(({ id }) => id);
  const ids = text === undefined ? usual : readSeveral('sets', text, [...byId.keys()]);
  return ids.flatMap((id) => byId.get(id) ?? []);
}
