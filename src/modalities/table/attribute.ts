/**
 * What each column of a row adds to the score of each class. Named values: value times weight,
 * exact. Fourier features: integrated gradients (Sundararajan, Taly and Yan 2017) from the typical
 * row to this one. Along that path every angle a_k moves evenly by d_k, so that the integral has a
 * closed form: column i gets  sum_k d_ik (g_k(a_k + d_k) - g_k(a_k)) / d_k,  with g_k the cosine and
 * sine times their weights and d_ik the part of d_k that comes from it. The shares add up to the
 * difference between the two rows; what the typical row scores holds for every row and is counted
 * with the intercept. Hidden numbers of a network learned from answers: the same, with g_k the rise from
 * zero. Texts: their latent view times its weights, exact.
 */
import type { TableContent } from '../../domain/records.ts';
import type { AttributedPart, Attribution, LinearHead } from '../explain-contract.ts';
import { scoresOf } from '../forward.ts';
import { inputsOf, tableEncoder } from './encode.ts';
import { multiplyPlain } from './fourier.ts';
import type { Cells } from './infer-columns.ts';
import type { FittedColumn, TableState } from './state.ts';
import { typicalRow } from './typical.ts';
import { type Unnamed, unnamedOf } from './unnamed.ts';

export async function attribute(
  state: TableState,
  content: TableContent,
  head: LinearHead,
): Promise<Attribution> {
  const { classes } = head;
  const features = await tableEncoder.encode(state, [content]);
  const scores = scoresOf(features, 0, head);
  const through = throughAll(state, content.cells, head);
  const parts = state.columns.map((column, at): AttributedPart => {
    const named = new Array<number>(classes).fill(0);
    const latent = [...through.shares.subarray(at * classes, (at + 1) * classes)];
    const { indices, values } = features.sparse;
    indices.forEach((index, e) => {
      if (index < column.first || index >= column.first + column.width) return;
      addTo(named, head.sparse, index * classes, values[e] as number);
    });
    addText(latent, { column, state, dense: features.dense, head });
    const feature = { kind: 'column', column: column.name } as const;
    return { kind: 'column', column: column.name, feature, named, latent };
  });
  const constant = features.sparse.values[0] ?? 0;
  const intercept = Array.from(
    head.intercept,
    (value, c) => value + constant * (head.sparse[c] as number) + (through.typical[c] as number),
  );
  const remainder = intercept.map((value, c) =>
    parts.reduce(
      (rest, { named, latent }) => rest - (named[c] as number) - (latent[c] as number),
      (scores[c] as number) - value,
    ),
  );
  return { parts, intercept, remainder };
}

function addTo(sums: number[], weights: Float32Array, at: number, value: number): void {
  for (let c = 0; c < sums.length; c++)
    sums[c] = (sums[c] as number) + value * (weights[at + c] as number);
}

interface TextShare {
  readonly column: FittedColumn;
  readonly state: TableState;
  readonly dense: Float32Array;
  readonly head: LinearHead;
}

function addText(latent: number[], { column, state, dense, head }: TextShare): void {
  if (column.kind !== 'text') return;
  const { per, count } = unnamedOf(state);
  const first = per * count + column.view;
  for (let k = first; k < first + column.views; k++)
    addTo(latent, head.dense, k * head.classes, dense[k] as number);
}

interface Through {
  /** [columns x classes] */
  readonly shares: Float64Array;
  /** What the features of all columns together say of the typical row, [classes]. */
  readonly typical: Float64Array;
}

function throughAll(state: TableState, cells: Cells, head: LinearHead): Through {
  const { columns } = state;
  const { classes } = head;
  const unnamed = unnamedOf(state);
  const { count, inputs, per, projections } = unnamed;
  const both = inputsOf({ columns, inputs }, [typicalRow(state), cells]);
  const angles = multiplyPlain(both.subarray(0, inputs), projections, {
    ...{ rows: 1, inner: inputs, columns: count },
  });
  const turns = columns.map((column) => turnsOf(column, both, unnamed));
  const shares = new Float64Array(columns.length * classes);
  const typical = new Float64Array(classes);
  for (let k = 0; k < count; k++) {
    const from = angles[k] as number;
    const turn = turns.reduce((sum, own) => sum + (own[k] as number), 0);
    const [before, slopes] = [unnamed.at(k, from), unnamed.slope(k, from, turn)];
    for (let c = 0; c < classes; c++) {
      const weigh = (values: readonly number[]): number =>
        values.reduce(
          (sum, value, j) => sum + value * (head.dense[(per * k + j) * classes + c] as number),
          0,
        );
      typical[c] = (typical[c] as number) + weigh(before);
      const slope = weigh(slopes);
      for (let j = 0; j < columns.length; j++)
        shares[j * classes + c] =
          (shares[j * classes + c] as number) + slope * ((turns[j] as Float64Array)[k] as number);
    }
  }
  return { shares, typical };
}

/** By how much each projection moves when this column goes from its typical value to its own. */
function turnsOf(
  { input, inputs: width }: FittedColumn,
  both: Float32Array,
  { inputs, count, projections }: Unnamed,
): Float64Array {
  const turns = new Float64Array(count);
  for (let i = input; i < input + width; i++) {
    const move = (both[inputs + i] as number) - (both[i] as number);
    if (move === 0) continue;
    for (let k = 0; k < count; k++)
      turns[k] = (turns[k] as number) + move * (projections[i * count + k] as number);
  }
  return turns;
}
