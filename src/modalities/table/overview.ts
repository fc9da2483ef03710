/** What the columns of a table are like, for the card and the editor. Plain data. */
import type { TableState } from './state.ts';

export interface ColumnOverview {
  readonly name: string;
  readonly kind: 'number' | 'category' | 'date' | 'text';
  readonly missing: number;
  readonly examples: readonly string[];
  readonly typical: string;
  /** Numbers and dates: how cells are read, quantiles (0, 5, 25, 50, 75, 95, 100 %) and bars. */
  readonly range?: {
    readonly reading: string;
    readonly quantiles: readonly number[];
    readonly bars: readonly number[];
    readonly from: number;
    readonly to: number;
  };
  /** Categories: share of each kept level, from the most frequent, and of all others. */
  readonly levels?: readonly { readonly level: string; readonly share: number }[];
  readonly others?: { readonly levels: number; readonly share: number };
}

export interface TableOverview {
  readonly kind: 'table';
  readonly columns: readonly ColumnOverview[];
}

export function overviewOf(state: TableState): TableOverview {
  return {
    kind: 'table',
    columns: state.columns.map((column): ColumnOverview => {
      const { name, kind, missing, examples, typical } = column;
      const common = { name, kind, missing, examples, typical };
      if (column.kind === 'category') {
        const { levels, counts, pooled } = column;
        const total = Math.max(
          1,
          counts.reduce((sum, count) => sum + count, pooled.count),
        );
        const shares = levels.map((level, k) => ({ level, share: (counts[k] ?? 0) / total }));
        const others = { levels: pooled.levels, share: pooled.count / total };
        return { ...common, levels: shares, others };
      }
      if (column.kind === 'text') return common;
      const { quantiles, bars, barsFrom: from, barsTo: to } = column.ramp;
      const reading = column.kind === 'number' ? column.mark : column.order;
      return { ...common, range: { reading, quantiles, bars, from, to } };
    }),
  };
}

/** The overview when it is one of a table. */
export function asTableOverview(overview: unknown): TableOverview | null {
  const isOne = typeof overview === 'object' && overview !== null && 'kind' in overview;
  return isOne && overview.kind === 'table' ? (overview as TableOverview) : null;
}
