/** Columns of free text, read by the text encoder. */
import type { Features, FitOptions } from '../contract.ts';
import { textEncoder } from '../text/encode.ts';
import type { Unplaced } from './fit-columns.ts';
import type { Cells } from './infer-columns.ts';
import { isMissing } from './missing.ts';
import type { TableState, TextColumn } from './state.ts';

const EXAMPLES = 24;
const EXAMPLE_LENGTH = 200;
/** A text tells about as much as so many plain columns. */
const WEIGHT = 1;

export interface TextFit {
  /** Dimensions that the text columns before this one have. */
  readonly views: number;
  readonly options: FitOptions;
}

/** Null when every cell is missing. */
export async function fitText(
  name: string,
  cells: readonly string[],
  { views: view, options }: TextFit,
): Promise<Unplaced<TextColumn> | null> {
  const known = cells.filter((cell) => !isMissing(cell));
  if (known.length === 0) return null;
  const { seed, signal } = options;
  const state = await textEncoder.fit(known.map(asText), {
    seed,
    onProgress: () => undefined,
    ...(signal ? { signal } : {}),
  });
  const views = state.widths.words + state.widths.spelling;
  const examples = [...new Set(known)]
    .slice(0, EXAMPLES)
    .map((cell) => cell.slice(0, EXAMPLE_LENGTH));
  const width = state.vocabulary.terms.length;
  const missing = 1 - known.length / cells.length;
  const size = { width, inputs: 0, view, views };
  return { kind: 'text', name, state, ...size, examples, missing, typical: '' };
}

export function asText(cell: string): { readonly kind: 'text'; readonly text: string } {
  return { kind: 'text', text: isMissing(cell) ? '' : cell };
}

/** Writes the latent views into the rows of `dense`; returns what the text encoder says, by column. */
export async function putTexts(
  { columns }: Pick<TableState, 'columns'>,
  rows: readonly Cells[],
  { dense, dims, first }: { dense: Float32Array; dims: number; first: number },
): Promise<ReadonlyMap<TextColumn, Features>> {
  const found = new Map<TextColumn, Features>();
  for (const column of columns) {
    if (column.kind !== 'text') continue;
    const own = await textEncoder.encode(
      column.state,
      rows.map((cells) => asText(cells[column.name] ?? '')),
    );
    for (let r = 0; r < rows.length; r++) {
      const from = r * own.denseDims;
      const at = r * dims + first + column.view;
      for (let k = 0; k < own.denseDims; k++)
        dense[at + k] = WEIGHT * (own.dense[from + k] as number);
    }
    found.set(column, own);
  }
  return found;
}
