/** Command line of the bench. Every refusal is one clear line; the caller exits with code 2. */
import { parseArgs } from 'node:util';

/** What an item is, and the modality of the app that it is. */
export const TASKS = { text: 'text', tabular: 'table', image: 'image', audio: 'sound' } as const;
export type Task = keyof typeof TASKS;

export class BadArguments extends Error {}

export interface BenchArgs {
  readonly file: string;
  readonly content: readonly string[] | null;
  readonly label: string | null;
  readonly task: Task;
  readonly strategy: string;
  readonly labels: number;
  readonly seeds: number;
  readonly checkpoints: readonly number[];
  readonly test: number | null;
  readonly splitSeed: number;
  readonly pool: number | null;
  /** Items whose path contains this are the test, all others the pool; null = by chance. */
  readonly unseen: string | null;
  readonly backend: 'auto' | 'webgpu' | 'wasm' | 'cpu';
  readonly audit: number;
  /** Column that ties an item to its edited copy, and the one that is 1 for the item; null = no pairs. */
  readonly pair: string | null;
  readonly original: string;
  readonly feedback: FeedbackMode;
  readonly features: 'default' | 'tfidf';
  readonly ids: boolean;
  readonly out: string | null;
}

/** What the simulated person does after each label (see `person.ts`). */
export const FEEDBACK_MODES = [
  'none',
  'words1',
  'words3',
  'irrelevant',
  'edits',
  'judged',
] as const;
export type FeedbackMode = (typeof FEEDBACK_MODES)[number];

const STRING = { type: 'string' } as const;
const OPTIONS = {
  file: STRING,
  content: STRING,
  label: STRING,
  task: STRING,
  strategy: STRING,
  labels: STRING,
  seeds: STRING,
  checkpoints: STRING,
  test: STRING,
  'split-seed': STRING,
  pool: STRING,
  unseen: STRING,
  backend: STRING,
  audit: STRING,
  pair: STRING,
  original: STRING,
  feedback: STRING,
  features: STRING,
  ids: { type: 'boolean' },
  out: STRING,
} as const;

const BACKENDS = ['auto', 'webgpu', 'wasm', 'cpu'] as const;

export function readArgs(argv: readonly string[], strategies: readonly string[]): BenchArgs {
  const values = parse(argv);
  if (!values.file)
    throw new BadArguments(
      '--file F is missing: name a CSV, TSV, JSON or JSONL file, or a ZIP of pictures or sounds.',
    );
  const labels = whole('labels', values.labels, 200, 1);
  const feedback = oneOf('feedback', values.feedback ?? 'none', FEEDBACK_MODES);
  if (feedback !== 'none' && !values.pair)
    throw new BadArguments(
      `--feedback ${feedback} needs --pair COL: the column that ties an item to its edited copy.`,
    );
  return {
    file: values.file,
    content: values.content ? values.content.split(',') : null,
    label: values.label ?? null,
    task: oneOf('task', values.task ?? 'text', Object.keys(TASKS) as Task[]),
    strategy: oneOf('strategy', values.strategy ?? 'margin', strategies),
    labels,
    seeds: whole('seeds', values.seeds, 5, 1),
    checkpoints: readCheckpoints(values.checkpoints, labels),
    test: values.test === undefined ? null : whole('test', values.test, 0, 1),
    splitSeed: whole('split-seed', values['split-seed'], 0, 0),
    pool: values.pool === undefined ? null : whole('pool', values.pool, 0, 1),
    unseen: values.unseen ?? null,
    backend: oneOf('backend', values.backend ?? 'auto', BACKENDS),
    audit: share(values.audit),
    pair: values.pair ?? null,
    original: values.original ?? 'original',
    feedback,
    features: oneOf('features', values.features ?? 'default', ['default', 'tfidf'] as const),
    ids: values.ids ?? false,
    out: values.out ?? null,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    throw new BadArguments((error as Error).message.split('\n')[0] ?? 'bad arguments');
  }
}

function whole(name: string, text: string | undefined, fallback: number, least: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new BadArguments(`--${name} ${text} is not a whole number of at least ${least}.`);
}

function share(text: string | undefined): number {
  const value = Number(text ?? 0);
  if (value >= 0 && value <= 0.5) return value;
  throw new BadArguments(`--audit ${text} is not a share between 0 and 0.5.`);
}

function oneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  if ((known as readonly string[]).includes(value)) return value as T;
  throw new BadArguments(`unknown --${name} ${value}; known: ${known.join(', ')}`);
}

function readCheckpoints(text: string | undefined, labels: number): readonly number[] {
  const points = (text ?? '50,100,200').split(',').map((part) => whole('checkpoints', part, 0, 1));
  const kept = [...new Set(points.filter((point) => point <= labels))].sort((a, b) => a - b);
  return kept.length > 0 ? kept : [labels];
}
