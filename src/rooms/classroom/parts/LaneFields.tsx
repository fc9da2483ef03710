import { useMemo } from 'preact/hooks';
import { laneStyle } from '../chart/lane-style.ts';
import { Field } from '../field/Field.tsx';
import { saidUntil } from '../race/answers-shown.ts';
import { laneName } from '../race/lane-name.ts';
import type { RaceShow } from '../race/race-show.ts';
import { strings } from '../strings.ts';

interface LaneFieldsProps {
  readonly show: RaceShow;
  readonly theme: string;
}

/** What each lane thinks of the plane, side by side. Nothing for data that has no plane. */
export function LaneFields({ show, theme }: LaneFieldsProps) {
  const { lanes } = show.scene.value;
  if (!show.stage.value?.points) return null;
  return (
    <div class="race-fields" data-lanes={lanes.length}>
      {lanes.map(({ strategy, start }, lane) => (
        <LaneField key={`${lane}-${strategy}-${start}`} show={show} theme={theme} lane={lane} />
      ))}
    </div>
  );
}

function LaneField({ show, theme, lane }: LaneFieldsProps & { readonly lane: number }) {
  void show.version.value;
  const { scene, stage, frames } = show;
  const { lanes, at } = scene.value;
  // What is not yet computed shows the newest there is.
  const shown = Math.min(at, frames.reached(0, lanes.length));
  const frame = frames.at(0, lane, shown) ?? null;
  // Frames of other runs come in all the time: the plane is painted anew only for its own.
  const said = useMemo(() => saidUntil(frames, lane, shown), [frames, frame, lane, shown]);
  const points = stage.value?.points;
  if (!points) return null;
  const name = laneName(lanes, lane);
  return (
    <figure>
      <figcaption>
        <LaneMark lane={lane} />
        {name}
      </figcaption>
      <Field
        label={strings.field.lane(name, shown)}
        raster={frame?.raster ?? null}
        points={points}
        said={said}
        asks={frames.at(0, lane, shown + 1)?.row ?? null}
        isTruthShown={false}
        theme={theme}
      />
    </figure>
  );
}

export function LaneMark({ lane }: { readonly lane: number }) {
  const { shape, colour } = laneStyle(lane);
  return (
    <svg class="lane-mark" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={shape} fill={colour} />
    </svg>
  );
}
