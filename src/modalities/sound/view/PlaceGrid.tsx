import { useRef, useState } from 'preact/hooks';
import { ROWS } from '../lattice.ts';
import { moved } from './moved.ts';

export interface Place {
  readonly label: string;
  readonly isChosen: boolean;
  /** What the model says of it, for the frame: nothing where it says next to nothing. */
  readonly verb?: 'for' | 'against';
  readonly strength?: number;
  readonly isSaid?: boolean;
  readonly featureKey?: string;
}

export interface PlaceGridProps {
  readonly label: string;
  readonly columns: number;
  /** Row by row, highest pitch first. */
  readonly places: readonly Place[];
  /** Chosen cells from now on. */
  readonly onChoose: (chosen: ReadonlySet<number>) => void;
  /** Enter: done choosing. */
  readonly onDone?: (chosen: ReadonlySet<number>) => void;
}

/** Places over a spectrogram: pressed, dragged over, or reached by the arrow keys. */
export function PlaceGrid(props: PlaceGridProps) {
  const { label, columns, places, onChoose } = props;
  const root = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const drag = useDrag(props);
  const now = (): Set<number> =>
    new Set(places.flatMap(({ isChosen }, i) => (isChosen ? [i] : [])));
  const focus = (index: number): void => {
    setCurrent(index);
    root.current?.querySelectorAll<HTMLElement>('button')[index]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = moved(current, event.key, columns);
    if (next !== null) {
      event.preventDefault();
      event.stopPropagation();
      focus(next);
    } else if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      const chosen = now();
      if (event.key === ' ' || !props.onDone) onChoose(toggled(chosen, current));
      else props.onDone(chosen.size === 0 ? toggled(chosen, current) : chosen);
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend of its own
    <div
      ref={root}
      class="sound-grid"
      role="group"
      aria-label={label}
      style={`--columns: ${columns}; --rows: ${ROWS}`}
      onKeyDown={onKeyDown}
      {...drag}
    >
      {places.map((place, index) => (
        <button
          key={index}
          type="button"
          data-index={index}
          data-verb={place.strength ? place.verb : undefined}
          data-strength={place.strength}
          data-said={place.isSaid}
          data-feature={place.featureKey}
          aria-pressed={place.isChosen}
          aria-label={place.label}
          tabIndex={index === current ? 0 : -1}
          onFocus={() => setCurrent(index)}
        >
          {place.strength ? (place.verb === 'for' ? '+' : '−') : ''}
        </button>
      ))}
    </div>
  );
}

function toggled(chosen: Set<number>, index: number): Set<number> {
  if (!chosen.delete(index)) chosen.add(index);
  return chosen;
}

/** The first cell pressed decides whether the stroke chooses or lets go. */
function useDrag({ places, onChoose }: PlaceGridProps) {
  const stroke = useRef<{ readonly chooses: boolean; readonly chosen: Set<number> } | null>(null);
  const reach = (event: PointerEvent): void => {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const cell = under instanceof HTMLElement ? under.dataset.index : undefined;
    if (!stroke.current || cell === undefined) return;
    const { chooses, chosen } = stroke.current;
    const index = Number(cell);
    if (chosen.has(index) === chooses) return;
    if (chooses) chosen.add(index);
    else chosen.delete(index);
    onChoose(new Set(chosen));
  };
  return {
    onPointerDown(event: PointerEvent) {
      const cell = (event.target as HTMLElement).dataset.index;
      if (cell === undefined || event.button !== 0) return;
      event.stopPropagation();
      const chosen = new Set(places.flatMap(({ isChosen }, i) => (isChosen ? [i] : [])));
      stroke.current = { chooses: !chosen.has(Number(cell)), chosen };
      reach(event);
    },
    onPointerMove: reach,
    onPointerUp() {
      stroke.current = null;
    },
    onPointerCancel() {
      stroke.current = null;
    },
    /** Assistive technology presses without a pointer. */
    onClick(event: MouseEvent) {
      const cell = (event.target as HTMLElement).dataset.index;
      if (event.detail !== 0 || cell === undefined) return;
      onChoose(
        toggled(new Set(places.flatMap(({ isChosen }, i) => (isChosen ? [i] : []))), Number(cell)),
      );
    },
  };
}
