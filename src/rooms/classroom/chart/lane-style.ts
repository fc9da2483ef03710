/** Each lane has a colour, a dash pattern and a shape: none of the three is needed to tell them apart. */
import { paletteEntry } from '../../../ui/palette.ts';

export interface LaneStyle {
  readonly colour: string;
  /** SVG `stroke-dasharray`. */
  readonly dash: string;
  /** SVG path in a 24 x 24 box. */
  readonly shape: string;
}

const DASHES = ['none', '14 7', '3 7', '16 6 3 6'] as const;

export function laneStyle(lane: number): LaneStyle {
  const { colour, shape } = paletteEntry(lane);
  return { colour, shape, dash: DASHES[lane % DASHES.length] ?? 'none' };
}
