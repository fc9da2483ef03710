/** Command line of the bench. Every refusal is one clear line; the caller exits with code 2. */
import {
  BadArguments,
  parseOptions,
  readOneOf,
  readSeveral,
  readShare,
  readWhole,
} from './read-values.ts';

/** What an item is, and the modality of the app that it is. */
export const TASKS = { text: 'text', tabular: 'table', image: 'image', audio: 'sound' } as const;
export type Task = keyof typeof TASKS;

export { BadArguments } from './read-values.ts';

export interface BenchArgs {
  readonly file: string;
  readonly content: readonly string[] | null;
  readonly label: string | null;
  readonly task: Task;
  /** At least one; all of them get the same rows, seeds and wrong answers. */
  readonly strategies: readonly string[];
  readonly labels: number;
  readonly seeds: number;
  readonly firstSeed: number;
  readonly checkpoints: readonly number[];
  readonly test: number | null;
  readonly splitSeed: number;
  readonly pool: number | null;
  /** Items whose path contains this are the test, all others the pool; null = by chance. */
  readonly unseen: string | null;
  readonly backend: 'auto' | 'webgpu' | 'wasm' | 'cpu';
  readonly audit: number;
  /** Share of the answers that are wrong, between 0 and 1. */
  readonly noise: number;
  /** Rows of the pool after replication with variation; null = the rows of the file. */
  readonly scale: number | null;
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
  'first-seed': STRING,
  checkpoints: STRING,
  test: STRING,
  'split-seed': STRING,
  pool: STRING,
  unseen: STRING,
  backend: STRING,
  audit: STRING,
  noise: STRING,
  scale: STRING,
  pair: STRING,
  original: STRING,
  feedback: STRING,
  features: STRING,
  ids: { type: 'boolean' },
  out: STRING,
} as const;

const BACKENDS = ['auto', 'webgpu', 'wasm', 'cpu'] as const;

export function readArgs(argv: readonly string[], known: readonly string[]): BenchArgs {
  const values = parseOptions(argv, OPTIONS);
  if (!values.file)
    throw new BadArguments(
      '--file F is missing: name a CSV, TSV, JSON or JSONL file, or a ZIP of pictures or sounds.',
    );
  const labels = readWhole('labels', values.labels, { fallback: 200, least: 1 });
  const args: BenchArgs = {
    file: values.file,
    content: values.content ? values.content.split(',') : null,
    label: values.label ?? null,
    task: readOneOf('task', values.task ?? 'text', Object.keys(TASKS) as Task[]),
    strategies: readSeveral('strategy', values.strategy ?? 'margin', known),
    labels,
    seeds: readWhole('seeds', values.seeds, { fallback: 5, least: 1 }),
    firstSeed: readWhole('first-seed', values['first-seed'], { fallback: 0, least: 0 }),
    checkpoints: readCheckpoints(values.checkpoints, labels),
    test: optional('test', values.test, 1),
    splitSeed: readWhole('split-seed', values['split-seed'], { fallback: 0, least: 0 }),
    pool: optional('pool', values.pool, 1),
    unseen: values.unseen ?? null,
    backend: readOneOf('backend', values.backend ?? 'auto', BACKENDS),
    audit: readShare('audit', values.audit, 0.5),
    noise: readShare('noise', values.noise, 1),
    scale: optional('scale', values.scale, 2),
    pair: values.pair ?? null,
    original: values.original ?? 'original',
    feedback: readOneOf('feedback', values.feedback ?? 'none', FEEDBACK_MODES),
    features: readOneOf('features', values.features ?? 'default', ['default', 'tfidf'] as const),
    ids: values.ids ?? false,
    out: values.out ?? null,
  };
  refuseMixtures(args);
  return args;
}

function refuseMixtures({ task, feedback, pair, noise, scale }: BenchArgs): void {
  if (feedback !== 'none' && !pair)
    throw new BadArguments(
      `--feedback ${feedback} needs --pair COL: the column that ties an item to its edited copy.`,
    );
  if (feedback !== 'none' && noise > 0)
    throw new BadArguments(
      `--noise ${noise} goes without --feedback: the simulated marks of ${feedback} know the true class.`,
    );
  if (scale !== null && (task === 'image' || task === 'audio'))
    throw new BadArguments(
      `--scale ${scale} is for --task text and tabular: ${task} files are not replicated.`,
    );
  if (scale !== null && pair)
    throw new BadArguments(
      `--scale ${scale} goes without --pair: a replicated row has no copy that a person edited.`,
    );
}

function optional(name: string, text: string | undefined, least: number): number | null {
  return text === undefined ? null : readWhole(name, text, { fallback: least, least });
}

function readCheckpoints(text: string | undefined, labels: number): readonly number[] {
  const points = (text ?? '50,100,200')
    .split(',')
    .map((part) => readWhole('checkpoints', part, { fallback: 1, least: 1 }));
  const kept = [...new Set(points.filter((point) => point <= labels))].sort((a, b) => a - b);
  return kept.length > 0 ? kept : [labels];
}
