/** The first rows of the sources as Hone would read them, with everything the person may correct. */

import type { BadRow } from '../../src/formats/format.ts';
import { inferType } from '../../src/modalities/table/infer-columns.ts';
import type { Preview, PreviewOptions, SourceInput } from '../api.ts';
import { ImportFailure } from './failure.ts';
import { guessModalities } from './guess-modality.ts';
import { countValues, guessRoles } from './guess-roles.ts';
import { previewFiles } from './media/preview-files.ts';
import { readSource, type SettledSource, settleSource } from './source.ts';

const ROWS = 200;
/** Rows from which the type of a column is told: what is rare must be there. */
const TYPED_ROWS = 2_000;
const ROWS_SHOWN = 50;
const DISTINCT = 200;
const MAX_CELL_SHOWN = 2_000;

export async function previewSources(
  sources: readonly SourceInput[],
  options: PreviewOptions,
): Promise<Preview> {
  const [first] = sources;
  if (!first) throw new ImportFailure('bad-input', 'Choose a file or paste some text first.');
  const files = options.format === undefined ? await previewFiles(sources) : null;
  if (files) return files;
  const settled = await settleSource(first, options, sources.length);
  const { columns, rows: all, bad } = await readHead(settled);
  const rows = all.slice(0, ROWS);
  if (rows.length === 0 && bad.length === 0) {
    throw new ImportFailure('bad-input', `${first.name} holds no rows below its header.`);
  }
  const facts = columns.map((name) => ({ name, values: rows.map((row) => row[name] ?? '') }));
  const roles = guessRoles(facts);
  return {
    format: settled.format.id,
    modalities: guessModalities(facts, roles),
    encoding: settled.encoding,
    delimiter: settled.options.delimiter ?? null,
    hasHeader: settled.options.hasHeader ?? null,
    unit: settled.options.unit ?? null,
    columns: columns.map((name) => {
      const values = rows.map((row) => row[name] ?? '');
      const filled = values.filter((value) => value !== '').length;
      return {
        name,
        guess: roles.get(name) ?? 'field',
        distinct: countValues(values, DISTINCT),
        filled,
        type: inferType(
          name,
          all.map((row) => row[name] ?? ''),
        ),
      };
    }),
    rows: rows.slice(0, ROWS_SHOWN).map(shorten),
    bad,
    sizeBytes: sources.reduce((sum, { blob }) => sum + blob.size, 0),
    warnings: settled.warnings,
  };
}

type Values = Readonly<Record<string, string>>;

async function readHead(settled: SettledSource) {
  let columns: readonly string[] = [];
  const rows: Values[] = [];
  const bad: BadRow[] = [];
  await readSource(settled, {
    sink: {
      columns: (names) => {
        columns = names;
      },
      row: ({ values }) => void (rows.length < TYPED_ROWS && rows.push(values)),
      bad: (row) => void (bad.length < ROWS && bad.push(row)),
    },
    between: async () => rows.length < TYPED_ROWS,
  });
  return { columns, rows, bad };
}

/** A preview is looked at, not read: long cells are cut. */
function shorten(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.slice(0, MAX_CELL_SHOWN)]),
  );
}
