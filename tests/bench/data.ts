/** Reads the bench's file with the app's own formats and splits it, seeded. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { unzipSync } from 'fflate';
import { createRng, deriveSeed, shuffled } from '../../src/domain/math/rng.ts';
import { formats } from '../../src/formats/index.ts';
import { BadArguments, type BenchArgs } from './args.ts';

export interface BenchRow {
  /** 0-based row of the file, header not counted. */
  readonly id: number;
  readonly text: string;
  /** A row of a table; null for other tasks. */
  readonly cells: Readonly<Record<string, string>> | null;
  readonly label: string;
  /** The same item as a person edited it, with another label; null without `--pair`. */
  readonly edited: { readonly text: string; readonly label: string } | null;
}

export interface BenchData {
  readonly pool: readonly BenchRow[];
  readonly test: readonly BenchRow[];
  readonly classes: readonly string[];
}

type Values = Readonly<Record<string, string>>;

export function loadBenchData(args: BenchArgs): BenchData {
  if (args.task === 'image' || args.task === 'audio') return toData(readPaths(args.file), args);
  const rows = readRows(args.file);
  const columns = Object.keys(rows[0] ?? {});
  const label = args.label ?? pick(columns, ['label', 'class', 'category', 'target', 'intent']);
  const content = args.content ?? contentColumns(args, columns, label);
  const tie = args.pair === null ? [] : [args.pair, args.original];
  for (const name of [...content, label, ...tie]) {
    if (!columns.includes(name)) {
      throw new BadArguments(`${args.file} has no column ${name}; it has: ${columns.join(', ')}`);
    }
  }
  const labelled = rows.flatMap((values, id) => {
    const text = content.map((name) => values[name] ?? '').join('\n\n');
    const truth = values[label]?.trim();
    const cells = args.task === 'tabular' ? cellsOf(values, content) : null;
    return truth ? [{ id, text, cells, label: truth, edited: null, values }] : [];
  });
  const items = args.pair === null ? labelled : tiePairs(labelled, args.pair, args.original);
  return toData(items.map(withoutValues), args);
}

function toData(rows: readonly BenchRow[], args: BenchArgs): BenchData {
  const classes = [...new Set(rows.map((row) => row.label))].sort();
  if (classes.length < 2) {
    throw new BadArguments(`There are ${classes.length} distinct labels; two are needed.`);
  }
  const { pool, test } = split(rows, args);
  if (args.scale !== null && args.scale < pool.length) {
    throw new BadArguments(
      `--scale ${args.scale} is less than the pool of ${pool.length} rows: --pool takes fewer.`,
    );
  }
  return { pool, test, classes };
}

/** Of a table all columns but the label; of texts the one that is called like one. */
function contentColumns(
  { task }: BenchArgs,
  columns: readonly string[],
  label: string,
): readonly string[] {
  return task === 'tabular'
    ? columns.filter((name) => name !== label)
    : [pick(columns, ['text', 'content', 'comment', 'message', 'body'])];
}

function cellsOf(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? '']));
}

/** The files of a ZIP, labelled by their folder; `text` is the path. */
function readPaths(file: string): readonly BenchRow[] {
  if (!existsSync(file)) throw new BadArguments(`There is no file ${file}.`);
  const paths: string[] = [];
  unzipSync(readFileSync(file), {
    filter: ({ name }) => {
      if (!name.endsWith('/') && !name.startsWith('__MACOSX/')) paths.push(name);
      return false;
    },
  });
  return paths.map((text, id) => {
    const label = text.split('/').at(-2) ?? '';
    return { id, text, cells: null, label, edited: null };
  });
}

type ReadRow = BenchRow & { readonly values: Values };

const withoutValues = ({ id, text, cells, label, edited }: ReadRow): BenchRow => ({
  id,
  text,
  cells,
  label,
  edited,
});

/** Only originals whose copy is there become items: the copies are known to the simulated person. */
function tiePairs(rows: readonly ReadRow[], pair: string, original: string): readonly ReadRow[] {
  const copies = new Map(
    rows.filter(({ values }) => values[original] !== '1').map((row) => [row.values[pair], row]),
  );
  const tied = rows.flatMap((row) => {
    const copy = copies.get(row.values[pair]);
    if (row.values[original] !== '1' || !copy) return [];
    return [{ ...row, edited: { text: copy.text, label: copy.label } }];
  });
  if (tied.length === 0)
    throw new BadArguments(
      `No two rows share a value of ${pair}, one of them with ${original} = 1.`,
    );
  return tied;
}

function readRows(file: string): Values[] {
  if (!existsSync(file)) throw new BadArguments(`There is no file ${file}.`);
  const text = readFileSync(file, 'utf8');
  const name = basename(file);
  const ranked = Object.values(formats)
    .map((format) => ({ format, confidence: format.sniff(text.slice(0, 65_536), name) }))
    .sort((a, b) => b.confidence - a.confidence);
  const format = ranked[0]?.format;
  const rows: Values[] = [];
  if (!format) throw new BadArguments(`${file} is of no format Hone reads.`);
  const reader = format.read(format.defaults(text.slice(0, 65_536), name), {
    columns: () => undefined,
    row: ({ values }) => void rows.push(values),
    bad: () => undefined,
  });
  reader.push(text);
  reader.end();
  if (rows.length === 0) throw new BadArguments(`${file} holds no rows.`);
  return rows;
}

function pick(columns: readonly string[], names: readonly string[]): string {
  return columns.find((column) => names.includes(column.toLowerCase())) ?? names[0] ?? '';
}

function split(rows: readonly BenchRow[], args: BenchArgs): Pick<BenchData, 'pool' | 'test'> {
  const mixed = shuffled(rows, createRng(deriveSeed(args.splitSeed, 'split')));
  const { unseen } = args;
  if (unseen !== null) {
    const isTest = ({ text }: BenchRow): boolean => text.includes(unseen);
    return { test: mixed.filter(isTest), pool: mixed.filter((row) => !isTest(row)) };
  }
  const size = args.test ?? Math.min(4000, Math.floor(rows.length / 3));
  if (size >= rows.length) {
    throw new BadArguments(
      `--test ${size} leaves no pool: the file has ${rows.length} labelled rows.`,
    );
  }
  const pool = mixed.slice(size, args.pool === null ? undefined : size + args.pool);
  return { test: mixed.slice(0, size), pool };
}
