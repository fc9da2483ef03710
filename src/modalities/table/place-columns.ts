/** Gives every fitted column its place among the named features and among the inputs of the rest. */
import { HARMONICS, MISSING, OTHER, type Unplaced } from './fit-columns.ts';
import type { FittedColumn } from './state.ts';

/** Sparse column 0, one in every row: how much the classes differ in number, as freely as the rest. */
export const EVERY = '(every row)';

export interface Placed {
  readonly columns: readonly FittedColumn[];
  readonly names: readonly string[];
  readonly inputs: number;
}

type Loose<C> = C extends FittedColumn ? Unplaced<C> : never;
export type UnplacedColumn = Loose<FittedColumn>;

export function placeColumns(found: readonly UnplacedColumn[]): Placed {
  const names: string[] = [EVERY];
  let inputs = 0;
  const columns = found.map((column): FittedColumn => {
    const placed = { ...column, first: names.length, input: inputs };
    names.push(...namesOf(column));
    inputs += column.inputs;
    return placed;
  });
  return { columns, names, inputs };
}

function namesOf(column: UnplacedColumn): readonly string[] {
  const { name } = column;
  if (column.kind === 'text')
    return column.state.vocabulary.terms.map((term) => `${name}: ${term}`);
  if (column.kind === 'category')
    return [...column.levels, OTHER, MISSING].map((level) => `${name} = ${level}`);
  const show = (edge: number): string =>
    column.kind === 'date' ? new Date(edge).toISOString().slice(0, 16) : String(shorten(edge));
  const steps = column.ramp.edges.map((edge) => `${name} > ${show(edge)}`);
  const cyclic =
    column.kind === 'number'
      ? []
      : column.parts.flatMap((part) =>
          Array.from({ length: HARMONICS }, (_, k) => [
            `${name}: ${part}, wave ${k + 1} a`,
            `${name}: ${part}, wave ${k + 1} b`,
          ]).flat(),
        );
  return [name, ...steps, ...cyclic, `${name} = ${MISSING}`];
}

function shorten(value: number): number {
  return Number(value.toPrecision(4));
}
