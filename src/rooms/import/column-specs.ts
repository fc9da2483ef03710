/** What the columns of a table are: as found, unless the person said otherwise. Pure. */
import type { ColumnSpec } from '../../domain/records.ts';
import type { WizardState } from './state.ts';

/** The columns that make a row, in the order of the file. */
export function columnSpecs({ preview, roles, types }: WizardState): readonly ColumnSpec[] {
  if (preview.status !== 'ready') return [];
  return preview.value.columns
    .filter(({ name }) => roles[name] === 'content')
    .map(({ name, type }) => ({ name, type: types[name] ?? type }));
}
