/**
 * Table encoder: every column as named values (the number, its steps, its levels), random Fourier
 * features of all of them together for what no sum of single columns can say, and text columns as
 * the text encoder reads them. Learned from the rows of the project; knows no labels.
 */
import { createRng, deriveSeed, shuffled } from '../../domain/math/rng.ts';
import type { ColumnSpec, ItemContent } from '../../domain/records.ts';
import type { Encoder, EncodeTools, Features, FitOptions } from '../contract.ts';
import { shareUnit } from './common-unit.ts';
import { cellsOf, fitCategory, fitDate, fitNumber, stepsFor } from './fit-columns.ts';
import { fitFourier, frequenciesFor } from './fourier.ts';
import { fitGroupMetric } from './group-metric.ts';
import { type Cells, inferColumns } from './infer-columns.ts';
import { placeColumns, type UnplacedColumn } from './place-columns.ts';
import { putInputs } from './read-row.ts';
import { CONSTANT, sparseRows } from './sparse-rows.ts';
import type { TableState } from './state.ts';
import { fitText, putTexts } from './text-columns.ts';
import { putUnnamed, unnamedOf } from './unnamed.ts';

/** Rows from which the columns are learned. */
const FIT_ROWS = 20_000;
const SAMPLE_ROWS = 1_000;
const KEPT_ROWS = 24;
/** Mean squared length of the named values of a row. */
const NAMED_SQUARE = 4;

async function fit(contents: readonly ItemContent[], options: FitOptions): Promise<TableState> {
  const report = createReporter(options);
  await report(0.01);
  const rows = sampleOf(contents.map(cellsIn), options.seed);
  const specs = (options.settings?.columns ?? inferColumns(rows)).filter(
    ({ type }) => type !== 'ignore',
  );
  const steps = stepsFor(specs.filter(({ type }) => type === 'number' || type === 'date').length);
  const found: UnplacedColumn[] = [];
  let views = 0;
  for (const [i, spec] of specs.entries()) {
    const column = await fitColumn(spec, { rows, steps, views, options });
    if (column) found.push(column);
    if (column?.kind === 'text') views += column.views;
    await report(0.05 + (0.8 * (i + 1)) / specs.length);
  }
  const { columns, names, inputs } = placeColumns(shareUnit(found));
  const few = rows.slice(0, SAMPLE_ROWS);
  const samples = few.slice(0, KEPT_ROWS);
  const plain = { columns, names, textDims: views, samples, scale: 1 };
  const sample = inputsOf({ columns, inputs }, few);
  await report(0.9);
  const { seed } = options;
  const metric = fitGroupMetric({ columns, sample, inputs, seed });
  await report(0.95);
  const numbers = columns.filter(({ kind }) => kind === 'number').length;
  const count = frequenciesFor(numbers, rows.length);
  const fourier = fitFourier({ sample, inputs, count, seed, metric });
  const scale = scaleOf({ ...plain, fourier }, few);
  await report(1);
  return { ...plain, fourier, scale };
}

interface ColumnFit {
  readonly rows: readonly Cells[];
  readonly steps: number;
  readonly views: number;
  readonly options: FitOptions;
}

async function fitColumn(
  spec: ColumnSpec,
  { rows, steps, views, options }: ColumnFit,
): Promise<UnplacedColumn | null> {
  const cells = cellsOf(rows, spec);
  if (spec.type === 'text') return fitText(spec.name, cells, { views, options });
  if (spec.type === 'number') return fitNumber(spec.name, cells, steps);
  if (spec.type === 'date') return fitDate(spec.name, cells, steps);
  return fitCategory(spec.name, cells);
}

async function encode(
  state: TableState,
  contents: readonly ItemContent[],
  tools?: EncodeTools,
): Promise<Features> {
  const rows = contents.map(cellsIn);
  const unnamed = unnamedOf(state);
  const first = unnamed.per * unnamed.count;
  const dims = first + state.textDims;
  const dense = new Float32Array(rows.length * dims);
  const inputs = inputsOf({ columns: state.columns, inputs: unnamed.inputs }, rows);
  await putUnnamed(unnamed, inputs, { dense, dims }, tools);
  const texts = await putTexts(state, rows, { dense, dims, first });
  return { rows: rows.length, denseDims: dims, dense, sparse: sparseRows(state, rows, texts) };
}

export function cellsIn(content: ItemContent): Cells {
  return content.kind === 'table' ? content.cells : {};
}

export function inputsOf(
  { columns, inputs }: Pick<TableState, 'columns'> & { readonly inputs: number },
  rows: readonly Cells[],
): Float32Array {
  const values = new Float32Array(rows.length * inputs);
  rows.forEach((cells, r) => {
    for (const column of columns)
      putInputs(column, cells, (at, value) => {
        values[r * inputs + at] = value;
      });
  });
  return values;
}

function scaleOf(state: TableState, rows: readonly Cells[]): number {
  const { values } = sparseRows(state, rows, new Map());
  const sum = values.reduce((total, value) => total + value * value, 0);
  const square = sum / Math.max(1, rows.length) - CONSTANT ** 2;
  return square > 0 ? Math.sqrt(NAMED_SQUARE / square) : 1;
}

function sampleOf(rows: readonly Cells[], seed: number): readonly Cells[] {
  return shuffled(rows, createRng(deriveSeed(seed, 'rows'))).slice(0, FIT_ROWS);
}

function createReporter({ onProgress, signal }: FitOptions): (fraction: number) => Promise<void> {
  return async (fraction) => {
    onProgress(fraction);
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
  };
}

export const tableEncoder: Encoder<TableState> = {
  id: 'table-steps-fourier-3',
  settingsKey: ({ columns }) =>
    columns ? JSON.stringify(columns.map(({ name, type }) => [name, type])) : '',
  fitOn: FIT_ROWS,
  fit,
  encode,
};
