import { useSignal } from '@preact/signals';
import type { Preview, PreviewColumn } from '../../../../workers/api.ts';
import { Field } from '../../../ui/Field.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { columnsShown, MAX_COLUMNS_SHOWN } from '../columns-shown.ts';
import { strings } from '../strings.ts';
import type { Wizard } from '../wizard.ts';
import { RoleSelect } from './RoleSelect.tsx';
import { TypeSelect } from './TypeSelect.tsx';

/** Enough to see what is what; more would only push the rest of the page away. */
export const MAX_ROWS_SHOWN = 8;
/** Longer cells are cut: the whole text is shown below as the first item. */
const MAX_CELL_CHARACTERS = 240;

interface PreviewTableProps {
  readonly wizard: Wizard;
  readonly preview: Preview;
}

export function PreviewTable({ wizard, preview }: PreviewTableProps) {
  const find = useSignal('');
  const { roles } = wizard.state.value;
  const isPlain = (column: PreviewColumn): boolean =>
    roles[column.name] === 'field' || roles[column.name] === 'ignore';
  const { shown, hidden } = columnsShown(preview.columns, find.value, (c) => !isPlain(c));
  return (
    <>
      {preview.columns.length > MAX_COLUMNS_SHOWN && (
        <Field
          label={strings.read.find}
          {...(hidden > 0 ? { hint: strings.read.moreColumns(hidden) } : {})}
        >
          <TextInput
            value={find.value}
            onChange={(value: string) => {
              find.value = value;
            }}
          />
        </Field>
      )}
      {shown.length === 0 ? (
        <p class="import-quiet">{strings.read.noColumn(find.value)}</p>
      ) : (
        <Table wizard={wizard} preview={preview} columns={shown} />
      )}
    </>
  );
}

interface TableProps extends PreviewTableProps {
  readonly columns: readonly PreviewColumn[];
}

function Table({ wizard, preview, columns }: TableProps) {
  const { roles } = wizard.state.value;
  const rows = preview.rows.slice(0, MAX_ROWS_SHOWN);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section class="import-table" tabIndex={0} aria-label={strings.read.tableLabel}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" data-role={roles[column.name]}>
                <span class="import-column-name">{column.name}</span>
                <RoleSelect wizard={wizard} column={column.name} />
                <TypeSelect wizard={wizard} column={column.name} found={column.type} />
                <span class="import-quiet">
                  {strings.read.filled(filledOf(preview, column.name), preview.rows.length)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // Rows of a preview have no identity but their place.
            <tr key={index}>
              {columns.map((column) => (
                <td key={column.name} data-role={roles[column.name]}>
                  {row[column.name]?.slice(0, MAX_CELL_CHARACTERS) || (
                    <span class="import-quiet">{strings.read.empty}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const filledOf = ({ rows }: Preview, column: string): number =>
  rows.filter((row) => (row[column] ?? '') !== '').length;
