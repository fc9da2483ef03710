import { useRef, useState } from 'preact/hooks';
import { type Grid, moved } from './places.ts';
import './places.css';

export interface Place {
  /** Accessible name. */
  readonly label: string;
  /** What the model says of it: nothing to see where it says next to nothing. */
  readonly verb?: 'for' | 'against';
  readonly strength?: number;
  readonly isSaid?: boolean;
  readonly featureKey?: string;
}

export interface PlaceGridProps {
  readonly label: string;
  /** Class of the modality, for how places look over its items. */
  readonly look: string;
  readonly grid: Grid;
  /** Row by row. */
  readonly places: readonly Place[];
  readonly chosen: ReadonlySet<number>;
  /** Chosen cells from now on. */
  readonly onChoose: (chosen: ReadonlySet<number>) => void;
  /** Enter: done choosing. */
  readonly onDone?: (chosen: ReadonlySet<number>) => void;
}

/** Places over an item: pressed, dragged over, or reached by keys. One stop of the Tab key, arrows within. */
export function PlaceGrid(props: PlaceGridProps) {
  const { label, look, grid, places, chosen, onChoose, onDone } = props;
  const root = useRef<HTMLDivElement>(null);
  const [last, setCurrent] = useState(0);
  const current = Math.min(last, places.length - 1);
  const focus = (index: number): void => {
    setCurrent(index);
    const button = root.current?.querySelectorAll<HTMLElement>('.place')[index];
    button?.focus({ preventScroll: true });
  };
  const stroke = useStroke(props, focus);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = moved(current, event.key, grid);
    if (next !== null) focus(next);
    else if (event.key === ' ' || (event.key === 'Enter' && !onDone))
      onChoose(toggled(chosen, current));
    else if (event.key === 'Enter') onDone?.(chosen.size === 0 ? new Set([current]) : chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend of its own
    <div
      ref={root}
      class={`place-grid ${look}`}
      role="group"
      aria-label={label}
      style={`--columns: ${grid.columns}; --rows: ${grid.rows}`}
      onKeyDown={onKeyDown}
      {...stroke}
    >
      {places.map((place, index) => (
        <button
          key={index}
          type="button"
          class="place"
          data-verb={place.strength ? place.verb : undefined}
          data-strength={place.strength}
          data-said={place.isSaid}
          data-feature={place.featureKey}
          aria-pressed={chosen.has(index)}
          aria-label={place.label}
          tabIndex={index === current ? 0 : -1}
          onFocus={() => setCurrent(index)}
          // Assistive technology presses without a pointer.
          onClick={(event) => {
            if (event.detail === 0) onChoose(toggled(chosen, index));
          }}
        >
          {place.strength ? (place.verb === 'for' ? '+' : '−') : ''}
        </button>
      ))}
    </div>
  );
}

function toggled(chosen: ReadonlySet<number>, index: number): ReadonlySet<number> {
  const next = new Set(chosen);
  if (!next.delete(index)) next.add(index);
  return next;
}

interface Stroke {
  readonly pointer: number;
  /** The first cell pressed decides whether the stroke chooses or lets go. */
  readonly chooses: boolean;
  readonly chosen: Set<number>;
}

/** The grid holds the pointer while it is down, so that no stroke outlives it. */
function useStroke(
  { grid, chosen, onChoose }: PlaceGridProps,
  focus: (index: number) => void,
): Record<string, (event: PointerEvent) => void> {
  const stroke = useRef<Stroke | null>(null);
  const reach = (index: number | null): void => {
    const now = stroke.current;
    if (!now || index === null || now.chosen.has(index) === now.chooses) return;
    if (now.chooses) now.chosen.add(index);
    else now.chosen.delete(index);
    onChoose(new Set(now.chosen));
  };
  const end = (event: PointerEvent): void => {
    if (stroke.current?.pointer === event.pointerId) stroke.current = null;
  };
  return {
    onPointerDown(event) {
      const root = event.currentTarget as HTMLElement;
      const index = cellAt(root, grid, event);
      if (index === null || event.button !== 0 || stroke.current) return;
      event.preventDefault();
      event.stopPropagation();
      root.setPointerCapture(event.pointerId);
      stroke.current = {
        pointer: event.pointerId,
        chooses: !chosen.has(index),
        chosen: new Set(chosen),
      };
      focus(index);
      reach(index);
    },
    onPointerMove(event) {
      if (stroke.current?.pointer !== event.pointerId) return;
      if (event.buttons === 0) end(event);
      else reach(cellAt(event.currentTarget as HTMLElement, grid, event));
    },
    onPointerUp: end,
    onPointerCancel: end,
    onLostPointerCapture: end,
  };
}

function cellAt(
  root: HTMLElement,
  { columns, rows }: Grid,
  { clientX, clientY }: PointerEvent,
): number | null {
  const box = root.getBoundingClientRect();
  const column = Math.floor(((clientX - box.left) / box.width) * columns);
  const row = Math.floor(((clientY - box.top) / box.height) * rows);
  if (column < 0 || row < 0 || column >= columns || row >= rows) return null;
  return row * columns + column;
}
