/**
 * Inner products between labelled rows, kept up to date as rows come and go. In terms of them the
 * optimum of n answers is a problem in n unknowns per class, whatever the number of features
 * (representer theorem; Rasmussen and Williams 2006, 6.2), and changing a precision only rescales.
 */
import type { Features } from '../../../src/modalities/contract.ts';

export interface Gram {
  /** Makes the kept rows these, in this order; computes only products that were not there. */
  setRows(rows: readonly number[]): void;
  readonly size: () => number;
  /** Inner product of the sparse parts of the i-th and j-th kept row. */
  readonly sparse: (i: number, j: number) => number;
  readonly dense: (i: number, j: number) => number;
  /** Fills `target` [n x n] with sparse / a + dense / b + 1 / c, the last only where both rows have an intercept. */
  combine(
    target: Float64Array,
    precision: { sparse: number; dense: number; intercept: number },
    hasIntercept?: (i: number) => boolean,
  ): void;
}

interface Pair {
  readonly sparse: Float32Array;
  readonly dense: Float32Array;
}

/** `read` gives the rows; they may grow, but a row never changes. */
export function createGram(read: () => Features): Gram {
  let rows: readonly number[] = [];
  // Lower triangle by row: products of a kept row with all rows kept before it, itself included.
  let lower: Pair[] = [];
  const scratch = new Float32Array(read().sparse.columns);

  /** Products of a row with others; those that `known` has are taken from there. */
  const productsWith = (
    row: number,
    others: readonly number[],
    known: (kind: keyof Pair, k: number) => number | undefined,
  ): Pair => {
    const features = read();
    scatter(features, row, scratch, 1);
    const sparse = Float32Array.from(
      others,
      (other, k) => known('sparse', k) ?? gather(features, other, scratch),
    );
    scatter(features, row, scratch, 0);
    const dense = Float32Array.from(
      others,
      (other, k) => known('dense', k) ?? denseDot(features, row, other),
    );
    return { sparse, dense };
  };
  const at = (kind: keyof Pair, i: number, j: number): number =>
    (i >= j ? lower[i]?.[kind][j] : lower[j]?.[kind][i]) ?? 0;

  return {
    setRows(next) {
      let same = 0;
      while (same < rows.length && same < next.length && rows[same] === next[same]) same += 1;
      const wasAt = new Map(rows.slice(same).map((row, i) => [row, same + i]));
      const place = next.map((row, i) => (i < same ? i : wasAt.get(row)));
      const fresh = lower.slice(0, same);
      for (let i = same; i < next.length; i++) {
        const own = place[i];
        const known = (kind: keyof Pair, k: number): number | undefined => {
          const other = place[k];
          return own === undefined || other === undefined ? undefined : at(kind, own, other);
        };
        fresh.push(productsWith(next[i] as number, next.slice(0, i + 1), known));
      }
      lower = fresh;
      rows = [...next];
    },
    size: () => rows.length,
    sparse: (i, j) => at('sparse', i, j),
    dense: (i, j) => at('dense', i, j),
    combine(target, precision, hasIntercept = () => true) {
      const n = rows.length;
      const forSparse = 1 / precision.sparse;
      const forDense = 1 / precision.dense;
      const constant = 1 / precision.intercept;
      for (let i = 0; i < n; i++) {
        const pair = lower[i] as Pair;
        const own = hasIntercept(i) ? constant : 0;
        for (let j = 0; j <= i; j++) {
          const value =
            (pair.sparse[j] as number) * forSparse +
            (pair.dense[j] as number) * forDense +
            (own !== 0 && hasIntercept(j) ? own : 0);
          target[i * n + j] = value;
          target[j * n + i] = value;
        }
      }
    },
  };
}

function scatter({ sparse }: Features, row: number, into: Float32Array, factor: number): void {
  for (let e = sparse.indptr[row] as number; e < (sparse.indptr[row + 1] as number); e++) {
    into[sparse.indices[e] as number] = factor * (sparse.values[e] as number);
  }
}

function gather({ sparse }: Features, row: number, from: Float32Array): number {
  let sum = 0;
  for (let e = sparse.indptr[row] as number; e < (sparse.indptr[row + 1] as number); e++) {
    sum += (sparse.values[e] as number) * (from[sparse.indices[e] as number] as number);
  }
  return sum;
}

function denseDot({ dense, denseDims }: Features, a: number, b: number): number {
  const from = a * denseDims;
  const to = b * denseDims;
  let sum = 0;
  for (let k = 0; k < denseDims; k++)
    sum += (dense[from + k] as number) * (dense[to + k] as number);
  return sum;
}
