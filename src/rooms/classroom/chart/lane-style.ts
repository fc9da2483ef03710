/** Each lane has a colour, a dash pattern and a shape: none of the three is needed to tell them apart. */
import { paletteEntry } from '../../../ui/palette.ts';

export interface LaneStyle {
  readonly colour: string;
  /** SVG `stroke-dasharray`. */
  readonly dash: string;
  /** SVG path in a 24 x 24 box. */
  readonly shape: string;
}

/** Colours of the palette that the first classes do not have: a lane is no class. */
const COLOURS = [7, 5, 3, 4] as const;
const DASHES = ['none', '14 7', '3 7', '16 6 3 6'] as const;

export function laneStyle(lane: number): LaneStyle {
  const { colour, shape } = paletteEntry(COLOURS[lane % COLOURS.length] ?? 0);
  return { colour, shape, dash: DASHES[lane % DASHES.length] ?? 'none' };
}
