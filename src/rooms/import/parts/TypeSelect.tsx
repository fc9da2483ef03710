import type { ColumnType } from '../../../domain/records.ts';
import { Select } from '../../../ui/Select.tsx';
import { COLUMN_TYPES, toColumnType } from '../../shared/column-types.ts';
import { strings } from '../strings.ts';
import type { Wizard } from '../wizard.ts';

interface TypeSelectProps {
  readonly wizard: Wizard;
  readonly column: string;
  readonly found: ColumnType;
}

/** What the values of a column are; only columns of a new table have a choice. */
export function TypeSelect({ wizard, column, found }: TypeSelectProps) {
  const { modality, roles, types, target } = wizard.state.value;
  if (modality !== 'table' || roles[column] !== 'content' || target !== null) return null;
  return (
    <Select
      aria-label={strings.columnType(column)}
      value={types[column] ?? found}
      options={COLUMN_TYPES}
      onChange={(value: string) =>
        wizard.dispatch({ type: 'column-type', column, columnType: toColumnType(value) })
      }
    />
  );
}
