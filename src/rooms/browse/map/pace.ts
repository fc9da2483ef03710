/** How much is drawn while the map moves, so that it stays under the hand on a slow device. Pure. */

/** 30 frames a second, with some air. */
const LONG_MS = 30;
const SHORT_MS = 20;
const LEAST = 0.02;
/** Frames farther apart than this are no movement. */
const PAUSE_MS = 400;

export interface Pace {
  /** A frame was drawn while the map moved, at this time in milliseconds: the share for the next. */
  next(now: number): number;
}

export function createPace(): Pace {
  let share = 1;
  let last = Number.NEGATIVE_INFINITY;
  return {
    next(now) {
      const gap = now - last;
      last = now;
      if (gap > PAUSE_MS) return share;
      if (gap > LONG_MS) share = Math.max(LEAST, share * Math.max(0.5, LONG_MS / gap));
      else if (gap < SHORT_MS) share = Math.min(1, share * 1.1);
      return share;
    },
  };
}
