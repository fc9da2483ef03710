import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { Field } from '../field/Field.tsx';
import type { Desk } from '../play/desk.ts';
import type { Place } from '../play/edit-points.ts';
import { planeKeys } from '../play/plane-keys.ts';
import type { PlayShow } from '../play/play-show.ts';
import { strings } from '../strings.ts';

interface PlaneProps {
  readonly show: PlayShow;
  readonly desk: Desk;
  readonly theme: string;
  readonly name: string;
}

/** How far a drawing hand moves before the next point drops, in the units of the plane. */
const STRIDE = 0.06;

/** The plane to press on: by mouse, pen, finger, or the cross that the arrow keys move. */
export function Plane({ show, desk, theme, name }: PlaneProps) {
  const cross = useSignal<Place | null>(null);
  const last = useRef<Place | null>(null);
  const points = show.points.value;
  const picture = show.picture.value;
  const { said } = show.scene.value;
  const answers = useMemo(() => new Map(said.map(({ row, said: own }) => [row, own])), [said]);
  const isDrawing = desk.mode.value === 'draw';
  const move = (event: PointerEvent): void => {
    if (!isDrawing || last.current === null) return;
    const place = placeOf(event);
    if (Math.hypot(place.x - last.current.x, place.y - last.current.y) < STRIDE) return;
    last.current = place;
    desk.press(place);
  };
  const spot = cross.value;
  return (
    <div
      class="plane"
      data-drawing={isDrawing}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move a cross in it
      tabIndex={0}
      aria-label={strings.play.canvas(name, points.truth.length, said.length)}
      onPointerDown={(event) => {
        cross.value = null;
        if (!isDrawing) return;
        last.current = placeOf(event);
        desk.press(last.current);
      }}
      // A finger that goes down may be about to scroll: an answer is given by a whole press.
      onClick={(event) => {
        if (!isDrawing) desk.press(placeOf(event));
      }}
      onPointerMove={move}
      onPointerUp={() => {
        last.current = null;
      }}
      onPointerLeave={() => {
        last.current = null;
      }}
      onKeyDown={(event) => planeKeys(event, cross, desk)}
    >
      <Field
        label={name}
        raster={picture?.raster ?? null}
        points={points}
        said={answers}
        asks={asked(picture?.asks ?? null, points.truth.length, isDrawing)}
        isTruthShown={isDrawing || desk.isTruthShown.value}
        theme={theme}
      />
      {spot && (
        <span
          class="plane-cross"
          style={{ left: `${50 * (spot.x + 1)}%`, top: `${50 * (1 - spot.y)}%` }}
          aria-hidden="true"
        />
      )}
    </div>
  );
}

/** While points are drawn nobody is asked; a picture may be of fewer or more points than there are. */
function asked(row: number | null, count: number, isDrawing: boolean): number | null {
  return row === null || isDrawing || row >= count ? null : row;
}

function placeOf(event: MouseEvent): Place {
  const { left, top, width, height } = (event.currentTarget as HTMLElement).getBoundingClientRect();
  return {
    x: (2 * (event.clientX - left)) / width - 1,
    y: 1 - (2 * (event.clientY - top)) / height,
  };
}
