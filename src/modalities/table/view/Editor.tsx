import type { ColumnSpec } from '../../../domain/records.ts';
import type { EditorViewProps } from '../../view-contract.ts';
import { inferColumns } from '../infer-columns.ts';
import { asOverview } from '../overview.ts';
import { ColumnEditor } from './ColumnEditor.tsx';
import { strings } from './strings.ts';
import './table.css';

/** Every column to be changed by slider, list or hand; the prediction moves beside it. */
export function RowEditor({
  original,
  content,
  overview,
  settings,
  onChange,
  onSettings,
}: EditorViewProps) {
  if (content.kind !== 'table' || original.kind !== 'table') return null;
  const specs = settings.columns ?? inferColumns([original.cells]);
  const columns = new Map(asOverview(overview)?.columns.map((column) => [column.name, column]));
  const lock = (name: string, isLocked: boolean): void =>
    onSettings({
      columns: specs.map((spec) => (spec.name === name ? { ...spec, isLocked } : spec)),
    });
  return (
    <fieldset class="table-editor">
      <legend>{strings.edit}</legend>
      <p class="study-quiet">{strings.editHint}</p>
      {specs
        .filter(({ type }) => type !== 'ignore')
        .map((spec: ColumnSpec) => (
          <ColumnEditor
            key={spec.name}
            spec={spec}
            column={columns.get(spec.name)}
            original={original.cells[spec.name] ?? ''}
            cell={content.cells[spec.name] ?? ''}
            onChange={(cell) =>
              onChange({ kind: 'table', cells: { ...content.cells, [spec.name]: cell } })
            }
            onLock={(isLocked) => lock(spec.name, isLocked)}
          />
        ))}
    </fieldset>
  );
}
