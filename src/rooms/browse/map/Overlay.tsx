import type { MapLayout } from '../../../../workers/api.ts';
import { type Camera, type Size, toScreen } from './camera.ts';
import type { Hand } from './hand.ts';

export interface OverlayProps {
  readonly hand: Hand;
  readonly layout: MapLayout;
  readonly camera: Camera;
  readonly size: Size;
}

/** What is no point: the line of the hand, the ring around what is shown, the cross of the keyboard. */
export function Overlay({ hand, layout: { positions }, camera, size }: OverlayProps) {
  const line = hand.line.value;
  const row = hand.near.value;
  const at = { x: positions[2 * row] ?? 0, y: positions[2 * row + 1] ?? 0 };
  const spot = row < 0 ? null : toScreen(camera, size, at);
  const [x, y] = [size.width / 2, size.height / 2];
  return (
    <svg class="browse-overlay" aria-hidden="true">
      {line.length > 1 && <polygon points={line.map((one) => `${one.x},${one.y}`).join(' ')} />}
      {spot && <circle cx={spot.x} cy={spot.y} r={11} />}
      {hand.isByKeyboard.value && <path d={`M${x - 12} ${y}h24M${x} ${y - 12}v24`} />}
    </svg>
  );
}
