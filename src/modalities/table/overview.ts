/** What the columns of a project are like, for cards and editors. Plain data. */
import type { DecimalMark } from './numbers.ts';
import type { FittedColumn, TableState } from './state.ts';

interface OverviewBase {
  readonly name: string;
  /** Share of the cells that are missing, in [0, 1]. */
  readonly missing: number;
  /** Cells that occur: quantiles in order, or levels from the most frequent. */
  readonly examples: readonly string[];
}

export interface NumberOverview extends OverviewBase {
  readonly kind: 'number';
  readonly mark: DecimalMark;
  /** 0, 5, 25, 50, 75, 95, 100 %. */
  readonly quantiles: readonly number[];
}

export interface DateOverview extends OverviewBase {
  readonly kind: 'date';
  readonly order: 'day-first' | 'month-first';
  /** 0, 5, 25, 50, 75, 95, 100 %, in milliseconds since 1970. */
  readonly quantiles: readonly number[];
}

export interface CategoryOverview extends OverviewBase {
  readonly kind: 'category';
  readonly levels: readonly { readonly level: string; readonly share: number }[];
}

export interface TextOverview extends OverviewBase {
  readonly kind: 'text';
}

export type ColumnOverview = NumberOverview | DateOverview | CategoryOverview | TextOverview;

export interface TableOverview {
  readonly columns: readonly ColumnOverview[];
}

export function overviewOf({ columns }: TableState): TableOverview {
  return { columns: columns.map(describe) };
}

function describe(column: FittedColumn): ColumnOverview {
  const { name, missing, examples } = column;
  const base = { name, missing, examples };
  switch (column.kind) {
    case 'number':
      return { ...base, kind: 'number', mark: column.mark, quantiles: column.ramp.quantiles };
    case 'date':
      return { ...base, kind: 'date', order: column.order, quantiles: column.ramp.quantiles };
    case 'category': {
      const { levels, counts, pooled } = column;
      const total = counts.reduce((sum, count) => sum + count, pooled.count);
      const shares = levels.map((level, i) => ({
        level,
        share: (counts[i] ?? 0) / Math.max(1, total),
      }));
      return { ...base, kind: 'category', levels: shares };
    }
    case 'text':
      return { ...base, kind: 'text' };
  }
}

/** Null where there is none yet, or where it is another modality's. */
export function asOverview(overview: unknown): TableOverview | null {
  const isOne = typeof overview === 'object' && overview !== null && 'columns' in overview;
  return isOne ? (overview as TableOverview) : null;
}
