import type { Signal } from '@preact/signals';
import type { ProjectSession } from '../../../engine/api.ts';
import { ClassMark } from '../../../ui/ClassMark.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { formatCount } from '../../shared/format-number.ts';
import { COLOURINGS, type Colouring } from '../address.ts';
import { strings } from '../strings.ts';

export interface LegendProps {
  readonly session: ProjectSession;
  /** Per class of the project, then those without any. */
  readonly counts: readonly number[];
  readonly aside: Signal<ReadonlySet<number>>;
  readonly colouring: Colouring;
  /** The project never shows the model's answers. */
  readonly isSilent: boolean;
  readonly hasModel: boolean;
  readonly onColouring: (colouring: Colouring) => void;
}

/** What colours, shapes and sizes tell; a press puts a class aside, and its points fade. */
export function Legend(props: LegendProps) {
  const { session, counts, aside, colouring, isSilent, hasModel, onColouring } = props;
  const { classes } = session.project.value;
  const toggle = (place: number): void => {
    const next = new Set(aside.peek());
    if (!next.delete(place)) next.add(place);
    aside.value = next;
  };
  const entry = (place: number, count: number, name: string, colour: number | null) => (
    <li key={place}>
      <button
        type="button"
        class="browse-legend-entry"
        aria-pressed={!aside.value.has(place)}
        onClick={() => toggle(place)}
      >
        {colour === null ? (
          <span class="browse-dot" aria-hidden="true" />
        ) : (
          <ClassMark colour={colour} size={18} />
        )}
        <span>{name}</span>
        <span class="browse-quiet">{formatCount(count)}</span>
      </button>
    </li>
  );
  return (
    <aside class="browse-legend" aria-label={strings.map.legend}>
      {!isSilent && hasModel && (
        <Segmented
          label={strings.map.colouring}
          value={colouring}
          options={COLOURINGS.map((value) => ({ value, label: strings.map.by[value] }))}
          onChange={(value) => onColouring(value as Colouring)}
        />
      )}
      <p class="browse-quiet">{strings.map.tells[colouring]}</p>
      <ul>
        {classes.map(({ name, colour, mergedInto }, place) => {
          const count = counts[place] ?? 0;
          return mergedInto === null || count > 0 ? entry(place, count, name, colour) : null;
        })}
        {entry(
          -1,
          counts[classes.length] ?? 0,
          colouring === 'label' ? strings.noLabel : strings.map.noAnswer,
          null,
        )}
      </ul>
    </aside>
  );
}
