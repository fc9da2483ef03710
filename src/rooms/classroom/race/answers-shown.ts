import type { RaceFrame } from '../../../../workers/api.ts';
import type { Frames } from './frames.ts';

export interface LaneNow {
  /** After the answers shown; null before the first. */
  readonly frame: RaceFrame | null;
  /** What was said of each row so far, first class of each. */
  readonly said: ReadonlyMap<number, number>;
  /** The row asked next, once it is computed. */
  readonly asks: number | null;
}

/** A lane of the first run after `at` answers. */
export function laneAt(frames: Frames, lane: number, at: number): LaneNow {
  const said = new Map<number, number>();
  for (let labels = 1; labels <= at; labels++) {
    const frame = frames.at(0, lane, labels);
    if (frame) said.set(frame.row, frame.said[0] ?? 0);
  }
  return {
    frame: frames.at(0, lane, at) ?? null,
    said,
    asks: frames.at(0, lane, at + 1)?.row ?? null,
  };
}
