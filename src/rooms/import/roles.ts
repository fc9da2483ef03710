/** Who may be what: the rules by which one column's role limits another's. Pure. */
import type { ColumnRole, Preview, PreviewColumn } from '../../../workers/api.ts';
import type { ColumnSpec, LabelMode } from '../../domain/records.ts';

export type Roles = Readonly<Record<string, ColumnRole>>;

export const columnsWith = (roles: Roles, ...wanted: readonly ColumnRole[]): readonly string[] =>
  Object.keys(roles).filter((name) => wanted.includes(roles[name] as ColumnRole));

/** Roles only one column can have; several label columns make sense only for several labels. */
const isExclusive = (role: ColumnRole, mode: LabelMode): boolean =>
  role === 'id' || (mode === 'single' && (role === 'label' || role === 'oracle'));

/** Gives a column a role; a column that loses an exclusive role becomes an extra field. */
export function withRole(
  roles: Roles,
  change: { readonly column: string; readonly role: ColumnRole; readonly mode: LabelMode },
): Roles {
  const next: Record<string, ColumnRole> = { ...roles };
  if (isExclusive(change.role, change.mode)) {
    for (const name of columnsWith(roles, change.role)) next[name] = 'field';
  }
  next[change.column] = change.role;
  return next;
}

/** Keeps the first of every exclusive role and sees that something is there to read. */
export function rolesFromGuesses(preview: Preview, mode: LabelMode): Roles {
  const roles: Record<string, ColumnRole> = {};
  const taken = new Set<ColumnRole>();
  for (const column of preview.columns) {
    const clash = isExclusive(column.guess, mode) && taken.has(column.guess);
    roles[column.name] = clash ? 'field' : column.guess;
    taken.add(column.guess);
  }
  if (!taken.has('content')) {
    const likely = wordiest(preview);
    if (likely !== null) roles[likely] = 'content';
  }
  return roles;
}

/** In a table every column that is no label and no id is a part of the row. */
export function rolesOfModality(roles: Roles, modality: string): Roles {
  if (modality !== 'table') return roles;
  const own: Record<string, ColumnRole> = { ...roles };
  for (const name of columnsWith(roles, 'field', 'ignore')) own[name] = 'content';
  return own;
}

/** More rows for a table that is there: its own columns are the row, labels and ids stay what they are. */
export function rolesForColumns(roles: Roles, columns: readonly ColumnSpec[]): Roles {
  const own = new Set(columns.map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(roles).map(([name, role]): [string, ColumnRole] => {
      if (own.has(name)) return [name, 'content'];
      return [name, role === 'content' ? 'ignore' : role];
    }),
  );
}

/** Back from several labels to one: surplus label columns become extra fields. */
export function rolesForMode(roles: Roles, mode: LabelMode): Roles {
  const next: Record<string, ColumnRole> = { ...roles };
  for (const role of ['label', 'oracle'] as const) {
    if (!isExclusive(role, mode)) continue;
    for (const name of columnsWith(roles, role).slice(1)) next[name] = 'field';
  }
  return next;
}

/** After the file is read anew: what the person chose for a column that is still there stays. */
export function carryRoles(fresh: Roles, chosen: Roles): Roles {
  const same = Object.keys(fresh).length === Object.keys(chosen).length;
  return same && Object.keys(fresh).every((name) => name in chosen) ? chosen : fresh;
}

/** The column with the longest cells on average, taken from the rows previewed. */
function wordiest(preview: Preview): string | null {
  const length = (column: PreviewColumn): number =>
    preview.rows.reduce((sum, row) => sum + (row[column.name]?.length ?? 0), 0);
  let best: string | null = null;
  let bestLength = -1;
  for (const column of preview.columns) {
    const total = length(column);
    if (total > bestLength) {
      best = column.name;
      bestLength = total;
    }
  }
  return best;
}
