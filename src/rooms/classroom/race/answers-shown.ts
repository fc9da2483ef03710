import type { Frames } from './frames.ts';

/** What was said of each row in the first `at` answers of a lane of the first run; first class of each. */
export function saidUntil(frames: Frames, lane: number, at: number): ReadonlyMap<number, number> {
  const said = new Map<number, number>();
  for (let labels = 1; labels <= at; labels++) {
    const frame = frames.at(0, lane, labels);
    if (frame) said.set(frame.row, frame.said[0] ?? 0);
  }
  return said;
}
