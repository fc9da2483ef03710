import type { Signal } from '@preact/signals';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { PatchGrid } from '../patches.ts';

export interface Cell {
  /** Accessible name. */
  readonly name: string;
  readonly verb: 'for' | 'against' | 'none';
  readonly strength: number;
  readonly featureKey?: string;
}

export interface CellGridProps {
  readonly grid: PatchGrid;
  readonly cells: readonly Cell[];
  readonly label: string;
  readonly painted: Signal<ReadonlySet<number>>;
  /** A stroke ended, or Enter was pressed. */
  readonly onDone: (isByKeyboard: boolean) => void;
}

/** Cells over a picture, painted by pointer or keyboard. One stop of the Tab key, arrows within. */
export function CellGrid({ grid, cells, label, painted, onDone }: CellGridProps) {
  const root = useRef<HTMLDivElement>(null);
  const current = useSignal(0);
  const stroke = useRef<boolean | null>(null);
  const paint = (cell: number, isOn: boolean): void => {
    if (painted.peek().has(cell) === isOn) return;
    const next = new Set(painted.peek());
    if (isOn) next.add(cell);
    else next.delete(cell);
    painted.value = next;
  };
  const focus = (cell: number): void => {
    current.value = cell;
    root.current?.querySelector<HTMLElement>(`[data-cell="${cell}"]`)?.focus();
  };
  const onPointerDown = (event: PointerEvent): void => {
    const cell = cellAt(root.current, grid, event);
    if (cell === null || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    root.current?.setPointerCapture(event.pointerId);
    stroke.current = !painted.peek().has(cell);
    current.value = cell;
    paint(cell, stroke.current);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const cell = stroke.current === null ? null : cellAt(root.current, grid, event);
    if (cell !== null) paint(cell, stroke.current === true);
  };
  const onPointerUp = (event: PointerEvent): void => {
    if (stroke.current === null) return;
    event.stopPropagation();
    stroke.current = null;
    onDone(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = stepOf(event.key, current.value, grid);
    if (step !== null) focus(step);
    else if (event.key === ' ') paint(current.value, !painted.value.has(current.value));
    else if (event.key === 'Enter') {
      if (painted.value.size === 0) paint(current.value, true);
      onDone(true);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no grid over a picture
    <div
      ref={root}
      class="picture-cells"
      role="group"
      aria-label={label}
      style={{
        gridTemplateColumns: `repeat(${grid.columns}, 1fr)`,
        gridTemplateRows: `repeat(${grid.rows}, 1fr)`,
      }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    >
      {cells.map(({ name, verb, strength, featureKey }, cell) => (
        <button
          key={cell}
          type="button"
          class="picture-cell"
          data-cell={cell}
          data-verb={verb}
          data-strength={strength}
          data-painted={painted.value.has(cell)}
          {...(featureKey === undefined ? {} : { 'data-feature': featureKey })}
          aria-label={name}
          aria-pressed={painted.value.has(cell)}
          tabIndex={cell === current.value ? 0 : -1}
          // A screen reader or a switch presses without a pointer.
          onClick={(event) => {
            if (event.detail === 0) paint(cell, !painted.peek().has(cell));
          }}
        />
      ))}
    </div>
  );
}

function cellAt(
  root: HTMLElement | null,
  { columns, rows }: PatchGrid,
  { clientX, clientY }: PointerEvent,
): number | null {
  const box = root?.getBoundingClientRect();
  if (!box) return null;
  const column = Math.floor(((clientX - box.left) / box.width) * columns);
  const row = Math.floor(((clientY - box.top) / box.height) * rows);
  if (column < 0 || row < 0 || column >= columns || row >= rows) return null;
  return row * columns + column;
}

function stepOf(key: string, cell: number, { columns, rows }: PatchGrid): number | null {
  const column = cell % columns;
  const row = Math.floor(cell / columns);
  if (key === 'ArrowLeft') return column > 0 ? cell - 1 : cell;
  if (key === 'ArrowRight') return column < columns - 1 ? cell + 1 : cell;
  if (key === 'ArrowUp') return row > 0 ? cell - columns : cell;
  if (key === 'ArrowDown') return row < rows - 1 ? cell + columns : cell;
  return null;
}
