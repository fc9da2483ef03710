import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import type { BrowseAnswer, MapLayout } from '../../../../workers/api.ts';
import type { BrowseProps } from '../props.ts';
import { strings } from '../strings.ts';
import { wholeMap } from './camera.ts';
import { listenForGestures } from './gestures.ts';
import { createHand, type OnShow } from './hand.ts';
import { MapCard } from './MapCard.tsx';
import { MapTools } from './MapTools.tsx';
import { Overlay } from './Overlay.tsx';
import { createPickGrid } from './pick-grid.ts';
import type { Scene } from './scene.ts';
import { usePoints } from './use-points.ts';

export interface MapStageProps extends BrowseProps {
  readonly answer: BrowseAnswer;
  readonly layout: MapLayout;
  readonly scene: Scene;
  readonly hasCard: boolean;
  /** 1 for rows that may be picked. */
  readonly matches: Uint8Array;
}

/** The points themselves, and the hand on them. */
export function MapStage({ answer, layout, scene, matches, hasCard, ...props }: MapStageProps) {
  const { selection } = props;
  const hints = useId();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const grid = useMemo(() => createPickGrid(layout.positions), [layout]);
  const onShow = useRef<OnShow | null>(null);
  const hand = useMemo(() => createHand(() => onShow.current as OnShow), []);
  const stage = usePoints({ canvas, hasCard, layout, scene, look: hand.look });
  const size = stage.size.value;
  onShow.current = { layout, grid, matches, selection, size };
  const camera = hand.camera.value ?? wholeMap(size);
  useEffect(stage.move, [camera]);
  useEffect(() => {
    const element = frame.current;
    return element ? listenForGestures(element, hand, stage.size) : undefined;
  }, [hand, stage.size]);
  return (
    <div class="browse-stage">
      <MapTools hand={hand} />
      <div
        ref={frame}
        class="browse-canvas"
        data-lasso={hand.isLasso.value}
        role="application"
        aria-label={strings.map.label(answer.rows.length)}
        aria-describedby={hints}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is moved by keys
        tabIndex={0}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) hand.focus();
        }}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey || !hand.press(event.key)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <canvas ref={canvas} />
        <Overlay hand={hand} layout={layout} camera={camera} size={size} />
      </div>
      <p class="browse-quiet browse-keys" id={hints}>
        {strings.map.keys}
      </p>
      <MapCard {...props} answer={answer} row={hand.near.value} />
    </div>
  );
}
