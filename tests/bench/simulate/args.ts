/** Command line of the simulation. Every refusal is one clear line; the caller exits with code 2. */
import { parseArgs } from 'node:util';
import { BadArguments, type BenchArgs, readArgs } from '../args.ts';

export interface SimulateArgs {
  /** File, columns and split, as the bench reads them. */
  readonly bench: BenchArgs;
  readonly strategies: readonly string[];
  readonly labels: number;
  readonly seeds: number;
  readonly firstSeed: number;
  /** Answers between two points of the curve. */
  readonly every: number;
  /** Answers taken from one queue before the model learns: 1 is what the product does. */
  readonly stride: number;
  readonly audit: number;
  /** Another test third for each seed, where one third is too small to stand for all. */
  readonly varySplit: boolean;
  /** Share of the answers that are another class, drawn at random: a person who errs. */
  readonly noise: number;
  /** Score of a model that learned the whole pool, and labels needed for 95 % of it. */
  readonly full: boolean;
  readonly checkpoints: readonly number[];
}

const STRING = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;
const OPTIONS = {
  file: STRING,
  task: STRING,
  label: STRING,
  content: STRING,
  test: STRING,
  strategy: STRING,
  labels: STRING,
  seeds: STRING,
  'first-seed': STRING,
  every: STRING,
  stride: STRING,
  audit: STRING,
  noise: STRING,
  checkpoints: STRING,
  'vary-split': FLAG,
  full: FLAG,
} as const;

const PASSED_ON = ['file', 'task', 'label', 'content', 'test', 'audit'] as const;

export function readSimulateArgs(argv: readonly string[], known: readonly string[]): SimulateArgs {
  const values = parse(argv);
  const passed = PASSED_ON.flatMap((name) => (values[name] ? [`--${name}`, values[name]] : []));
  const bench = readArgs(passed, known);
  if (bench.task === 'image' || bench.task === 'audio')
    throw new BadArguments(`--task ${bench.task} needs a browser to decode files; use the bench.`);
  const strategies = (values.strategy ?? 'random,margin,auto').split(',');
  for (const id of strategies)
    if (!known.includes(id))
      throw new BadArguments(`unknown --strategy ${id}; known: ${known.join(', ')}`);
  return {
    bench,
    strategies,
    labels: whole('labels', values.labels, 200),
    seeds: whole('seeds', values.seeds, 3),
    firstSeed: whole('first-seed', values['first-seed'], 1),
    every: whole('every', values.every, 10),
    stride: whole('stride', values.stride, 1),
    audit: bench.audit,
    varySplit: values['vary-split'] ?? false,
    noise: shareOf('noise', values.noise),
    full: values.full ?? false,
    checkpoints: (values.checkpoints ?? '50,100,200')
      .split(',')
      .map((part) => whole('checkpoints', part, 50)),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    throw new BadArguments((error as Error).message.split('\n')[0] ?? 'bad arguments');
  }
}

function whole(name: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new BadArguments(`--${name} ${text} is not a whole number of at least 1.`);
}

function shareOf(name: string, text: string | undefined): number {
  const value = Number(text ?? 0);
  if (value >= 0 && value < 1) return value;
  throw new BadArguments(`--${name} ${text} is not a share of at least 0 and below 1.`);
}
