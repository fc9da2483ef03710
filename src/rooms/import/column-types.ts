/** What the columns of a table are: as found in the cells, or as the person says. Pure. */
import type { ColumnSpec, ColumnType } from '../../domain/records.ts';
import { columnsWith } from './roles.ts';
import type { WizardState } from './state.ts';

export function typeOf({ preview, types }: WizardState, column: string): ColumnType {
  const found =
    preview.status === 'ready'
      ? preview.value.columns.find(({ name }) => name === column)?.type
      : undefined;
  return types[column] ?? found ?? 'category';
}

/** The columns of the rows, in the order of the file; none where items are no rows. */
export function columnSpecs(state: WizardState): readonly ColumnSpec[] {
  const { preview, roles, modality } = state;
  if (preview.status !== 'ready' || modality !== 'table') return [];
  const own = new Set(columnsWith(roles, 'content'));
  return preview.value.columns.flatMap(({ name }) =>
    own.has(name) ? [{ name, type: typeOf(state, name) }] : [],
  );
}
