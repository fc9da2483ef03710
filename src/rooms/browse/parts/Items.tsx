import { useSignal } from '@preact/signals';
import type { BrowseAnswer } from '../../../../workers/api.ts';
import { type GridLayout, VirtualGrid } from '../../../ui/VirtualGrid.tsx';
import { selectNone } from '../actions.ts';
import type { BrowseProps } from '../props.ts';
import { movedTo, stretchedTo, toggled, within } from '../selection.ts';
import { strings } from '../strings.ts';
import { ItemCell } from './ItemCell.tsx';

export interface ItemsProps extends BrowseProps {
  readonly answer: BrowseAnswer;
  readonly isGrid: boolean;
}

/** Beyond this a browser cannot make a page high enough. */
const MOST_LISTED = 200_000;
const LIST_HEIGHT = 92;
const GRID = { rowHeight: 240, cellWidth: 168 };

/** Everything that matches, to be read, selected and opened: by mouse, touch and keyboard. */
export function Items({ answer, isGrid, ...props }: ItemsProps) {
  const { services, session, desk, selection } = props;
  const { rows } = answer;
  const count = Math.min(rows.length, MOST_LISTED);
  const focusTurn = useSignal(0);
  const { cursor } = within(selection.value, count);
  const onKeyDown = (event: KeyboardEvent, layout: GridLayout): void => {
    const from = within(selection.peek(), count);
    const at = from.cursor;
    if (!(event.target instanceof HTMLInputElement)) return;
    if (event.key === 'Enter') {
      services.router.go('label', session.id, desk.idAt(rows[at] ?? 0));
    } else if (event.key === 'Escape') selectNone(selection);
    else {
      const next = movedTo(at, { key: event.key, ...layout, count });
      if (next === null) return;
      selection.value = event.shiftKey
        ? stretchedTo(from, next, rows)
        : { ...from, cursor: next, anchor: next };
      focusTurn.value += 1;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const choose = (at: number, isStretched: boolean): void => {
    const from = within(selection.peek(), count);
    const row = rows[at] ?? 0;
    selection.value = isStretched ? stretchedTo(from, at, rows) : toggled(from, row, at);
  };
  return (
    <section class="browse-items">
      {rows.length > count && <p class="browse-quiet">{strings.capped(count)}</p>}
      <VirtualGrid
        key={isGrid ? 'grid' : 'list'}
        count={count}
        rowHeight={isGrid ? GRID.rowHeight : LIST_HEIGHT}
        cellWidth={isGrid ? GRID.cellWidth : null}
        label={strings.list}
        cursor={cursor}
        focusTurn={focusTurn.value}
        onKeyDown={onKeyDown}
        render={(at) => {
          const row = rows[at];
          return row === undefined ? null : (
            <ItemCell
              key={row}
              {...props}
              answer={answer}
              row={row}
              isGrid={isGrid}
              isAtCursor={at === cursor}
              onChoose={(isStretched) => choose(at, isStretched)}
            />
          );
        }}
      />
      <p class="browse-quiet browse-keys">{strings.keys}</p>
    </section>
  );
}
