import { laneStyle } from '../chart/lane-style.ts';
import { Field } from '../field/Field.tsx';
import { laneAt } from '../race/answers-shown.ts';
import { laneName } from '../race/lane-name.ts';
import type { RaceShow } from '../race/race-show.ts';
import { strings } from '../strings.ts';

interface LaneFieldsProps {
  readonly show: RaceShow;
  readonly theme: string;
}

/** What each lane thinks of the plane, side by side. Nothing for data that has no plane. */
export function LaneFields({ show, theme }: LaneFieldsProps) {
  void show.version.value;
  const { scene, stage, frames } = show;
  const { lanes, at } = scene.value;
  const points = stage.value?.points;
  if (!points) return null;
  return (
    <div class="race-fields" data-lanes={lanes.length}>
      {lanes.map((setup, lane) => {
        const { frame, said, asks } = laneAt(frames, lane, at);
        const name = laneName(lanes, lane);
        return (
          <figure key={`${lane}-${setup.strategy}-${setup.start}`}>
            <figcaption>
              <LaneMark lane={lane} />
              {name}
            </figcaption>
            <Field
              label={strings.field.lane(name, at)}
              raster={frame?.raster ?? null}
              points={points}
              said={said}
              asks={asks}
              isTruthShown={false}
              theme={theme}
            />
          </figure>
        );
      })}
    </div>
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
