/** Which class a swipe means: left the first, right the second, for two or three classes. Pure. */
import type { ClassDefinition } from '../../domain/records.ts';

const MIN_DISTANCE_PX = 72;
const MAX_SLOPE = 0.6;

export type SwipeTargets = {
  readonly left: ClassDefinition;
  readonly right: ClassDefinition;
} | null;

export function swipeTargets(classes: readonly ClassDefinition[], isMulti: boolean): SwipeTargets {
  const [left, right] = classes;
  if (isMulti || !left || !right || classes.length > 3) return null;
  return { left, right };
}

/** 'left', 'right', or null when the finger meant something else (scrolling, a tap). */
export function readSwipe(dx: number, dy: number): 'left' | 'right' | null {
  if (Math.abs(dx) < MIN_DISTANCE_PX || Math.abs(dy) > MAX_SLOPE * Math.abs(dx)) return null;
  return dx < 0 ? 'left' : 'right';
}
