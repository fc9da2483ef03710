/** The answers of a race as they come in, by run, lane and number of answers. */
import type { RaceFrame } from '../../../../workers/api.ts';

export interface Frames {
  add(frame: RaceFrame): void;
  /** `labels` from 1. */
  at(run: number, lane: number, labels: number): RaceFrame | undefined;
  /** Answers that every one of the lanes has in this run. */
  reached(run: number, lanes: number): number;
  /** By run, lane and number of answers. */
  all(): Iterable<RaceFrame>;
  clear(): void;
}

export function createFrames(): Frames {
  const runs: RaceFrame[][][] = [];
  const laneOf = (run: number, lane: number): RaceFrame[] => runs[run]?.[lane] ?? [];
  return {
    add(frame) {
      runs[frame.run] ??= [];
      const lanes = runs[frame.run] as RaceFrame[][];
      lanes[frame.lane] ??= [];
      (lanes[frame.lane] as RaceFrame[])[frame.labels - 1] = frame;
    },
    at: (run, lane, labels) => laneOf(run, lane)[labels - 1],
    reached: (run, lanes) =>
      Math.min(...Array.from({ length: lanes }, (_, lane) => laneOf(run, lane).length)),
    all: () => runs.flat(2),
    clear: () => void runs.splice(0),
  };
}
