/** The cells of a row in the order of the table, and which of them the model reads. Pure. */
import type { ColumnSpec, ItemContent, ProjectSettings } from '../../../domain/records.ts';
import { asTableOverview, type ColumnOverview } from '../overview.ts';

export interface RowCell {
  readonly name: string;
  readonly cell: string;
  readonly column: ColumnOverview | undefined;
  /** False for columns that the person, or Hone for them, set aside. */
  readonly isRead: boolean;
  readonly isLocked: boolean;
}

export function cellsOfRow(
  content: ItemContent,
  overview: unknown,
  { columns }: Pick<ProjectSettings, 'columns'>,
): readonly RowCell[] {
  if (content.kind !== 'table') return [];
  const known = new Map(asTableOverview(overview)?.columns.map((one) => [one.name, one]));
  const specs = new Map(columns?.map((spec) => [spec.name, spec]));
  const order = columns?.map(({ name }) => name).filter((name) => name in content.cells) ?? [];
  const names = [...new Set([...order, ...Object.keys(content.cells)])];
  return names.map((name) => ({
    name,
    cell: content.cells[name] ?? '',
    column: known.get(name),
    isRead: isRead(specs.get(name), known.size === 0 || known.has(name)),
    isLocked: specs.get(name)?.isLocked ?? false,
  }));
}

function isRead(spec: ColumnSpec | undefined, isKnown: boolean): boolean {
  return spec ? spec.type !== 'ignore' : isKnown;
}

/** The columns as they are set, with one of them locked or free; null before the types are known. */
export function withLock(
  { columns }: Pick<ProjectSettings, 'columns'>,
  overview: unknown,
  change: { readonly name: string; readonly isLocked: boolean },
): readonly ColumnSpec[] | null {
  const found = asTableOverview(overview);
  const all: readonly ColumnSpec[] | undefined =
    columns ?? found?.columns.map(({ name, kind: type }) => ({ name, type }));
  if (!all) return null;
  return all.map(({ isLocked, ...spec }) => {
    const next = spec.name === change.name ? change.isLocked : isLocked;
    return { ...spec, ...(next ? { isLocked: true } : {}) };
  });
}
