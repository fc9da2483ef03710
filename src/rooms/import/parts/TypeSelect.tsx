import type { ColumnType } from '../../../domain/records.ts';
import { COLUMN_TYPES } from '../../../modalities/table/column-types.ts';
import { Select } from '../../../ui/Select.tsx';
import { typeOf } from '../column-types.ts';
import { strings } from '../strings.ts';
import type { Wizard } from '../wizard.ts';

interface TypeSelectProps {
  readonly wizard: Wizard;
  readonly column: string;
}

/** What a column of a new table is: found in its cells, corrected here. */
export function TypeSelect({ wizard, column }: TypeSelectProps) {
  const state = wizard.state.value;
  if (state.modality !== 'table' || state.target !== null) return null;
  if (state.roles[column] !== 'content') return null;
  return (
    <Select
      aria-label={strings.types.label(column)}
      value={typeOf(state, column)}
      options={COLUMN_TYPES}
      onChange={(to) => wizard.dispatch({ type: 'column-type', column, to: to as ColumnType })}
    />
  );
}
