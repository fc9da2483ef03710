import { useSignal } from '@preact/signals';
import type { ColumnSpec, ColumnType } from '../../../domain/records.ts';
import { COLUMN_TYPES } from '../../../modalities/table/column-types.ts';
import { asTableOverview } from '../../../modalities/table/overview.ts';
import { Field } from '../../../ui/Field.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { useOverview } from '../../shared/use-overview.ts';
import { changeSettings } from '../change-settings.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';

/** Beyond so many columns a search helps. */
const MOST_SHOWN = 40;

/** Tables only: what each column is, and whether proposals may change it. No label is touched. */
export function ColumnsSetting(props: ClassesProps) {
  const { session } = props;
  const overview = useOverview(session);
  const find = useSignal('');
  const { modality, settings } = session.project.value;
  if (modality !== 'table') return null;
  const columns = settings.columns ?? foundColumns(overview);
  const wanted = find.value.trim().toLowerCase();
  const matching = columns.filter(({ name }) => name.toLowerCase().includes(wanted));
  const change = (changed: ColumnSpec): void => {
    const next = columns.map((one) => (one.name === changed.name ? changed : one));
    void changeSettings(props, { columns: next });
  };
  const words = strings.settings.columns;
  return (
    <fieldset class="classes-fields">
      <legend>{words.title}</legend>
      <p class="classes-quiet">{words.hint}</p>
      {columns.length > MOST_SHOWN && (
        <Field label={words.find}>
          <TextInput
            value={find.value}
            onChange={(value) => {
              find.value = value;
            }}
          />
        </Field>
      )}
      {matching.slice(0, MOST_SHOWN).map((column) => (
        <ColumnRow key={column.name} column={column} onChange={change} />
      ))}
      {matching.length > MOST_SHOWN && (
        <p class="classes-quiet">{words.more(matching.length - MOST_SHOWN)}</p>
      )}
    </fieldset>
  );
}

function foundColumns(overview: unknown): readonly ColumnSpec[] {
  const found = asTableOverview(overview)?.columns ?? [];
  return found.map(({ name, kind: type }) => ({ name, type }));
}

interface ColumnRowProps {
  readonly column: ColumnSpec;
  readonly onChange: (column: ColumnSpec) => void;
}

function ColumnRow({ column, onChange }: ColumnRowProps) {
  const { name, type, isLocked = false } = column;
  const words = strings.settings.columns;
  return (
    <div class="classes-column">
      <Field label={name}>
        <Select
          value={type}
          options={[...COLUMN_TYPES]}
          onChange={(value) => onChange({ ...column, type: value as ColumnType })}
        />
      </Field>
      <IconButton
        icon={isLocked ? 'lock' : 'unlock'}
        label={isLocked ? words.unlock(name) : words.lock(name)}
        pressed={isLocked}
        onClick={() => onChange({ name, type, ...(isLocked ? {} : { isLocked: true }) })}
      />
    </div>
  );
}
