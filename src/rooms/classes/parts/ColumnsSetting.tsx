import type { ColumnSpec } from '../../../domain/records.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Select } from '../../../ui/Select.tsx';
import { COLUMN_TYPES, toColumnType } from '../../shared/column-types.ts';
import { changeSettings } from '../change-settings.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';

/** What each column is, and which ones proposals leave alone. A change reads the rows anew; labels stay. */
export function ColumnsSetting(props: ClassesProps) {
  const { columns = [] } = props.session.project.value.settings;
  const { columns: words } = strings.settings;
  const change = (name: string, patch: Partial<ColumnSpec>): void =>
    void changeSettings(props, {
      columns: columns.map((column) => (column.name === name ? { ...column, ...patch } : column)),
    });
  return (
    <section class="classes-rest" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p class="classes-quiet">{words.hint}</p>
      <ul class="classes-columns">
        {columns.map(({ name, type, isLocked = false }) => (
          <li key={name}>
            <span dir="auto">{name}</span>
            <Select
              aria-label={words.typeOf(name)}
              value={type}
              options={COLUMN_TYPES}
              onChange={(value: string) => change(name, { type: toColumnType(value) })}
            />
            <Checkbox
              label={words.lock}
              aria-label={words.lockOf(name)}
              value={isLocked}
              onChange={(value) => change(name, { isLocked: value })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
