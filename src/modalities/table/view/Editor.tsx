import { IconButton } from '../../../ui/IconButton.tsx';
import type { EditorViewProps } from '../../view-contract.ts';
import { CellControl } from './CellControl.tsx';
import { cellsOfRow, type RowCell, withLock } from './columns-of-row.ts';
import { strings } from './strings.ts';
import './table.css';

const MOST_SHOWN = 30;

/** Every cell as a slider, a choice or a field; the answer is shown beside it, live. */
export function TableEditor(props: EditorViewProps) {
  const { original, content, overview, settings } = props;
  if (content.kind !== 'table' || original.kind !== 'table') return null;
  const cells = cellsOfRow(content, overview, settings).filter(({ isRead }) => isRead);
  return (
    <div class="table-editor">
      <p class="table-quiet">{strings.editHint}</p>
      <Controls {...props} cells={cells.slice(0, MOST_SHOWN)} />
      {cells.length > MOST_SHOWN && (
        <details>
          <summary>{strings.more(cells.length - MOST_SHOWN)}</summary>
          <Controls {...props} cells={cells.slice(MOST_SHOWN)} />
        </details>
      )}
    </div>
  );
}

interface ControlsProps extends EditorViewProps {
  readonly cells: readonly RowCell[];
}

function Controls({ cells, original, content, onChange, onSettings, ...context }: ControlsProps) {
  if (content.kind !== 'table' || original.kind !== 'table') return null;
  const put = (name: string, cell: string): void =>
    onChange({ kind: 'table', cells: { ...content.cells, [name]: cell } });
  const lock = (name: string, isLocked: boolean): void => {
    const columns = withLock(context.settings, context.overview, { name, isLocked });
    if (columns) onSettings({ columns });
  };
  return (
    <>
      {cells.map(({ name, cell, column, isLocked }) => {
        const before = original.cells[name] ?? '';
        return (
          <div key={name} class="table-control" data-changed={cell !== before}>
            <CellControl
              {...{ name, cell, column, original: before }}
              onChange={(next) => put(name, next)}
            />
            <span class="table-control-buttons">
              <IconButton
                icon="undo"
                label={strings.reset(name)}
                disabled={cell === before}
                onClick={() => put(name, before)}
              />
              <IconButton
                icon={isLocked ? 'lock' : 'unlock'}
                label={isLocked ? strings.unlock(name) : strings.lock(name)}
                pressed={isLocked}
                onClick={() => lock(name, !isLocked)}
              />
            </span>
          </div>
        );
      })}
    </>
  );
}
