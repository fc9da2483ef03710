/**
 * Mouse, pen and fingers on the map: one moves it or draws a line around points, two pinch, a wheel
 * zooms, a press without a move picks. Pen and finger are treated alike.
 */
import type { ReadonlySignal } from '@preact/signals';
import { panned, type Size, type Spot, zoomedAt } from './camera.ts';
import type { Hand } from './hand.ts';
import { isWorthKeeping } from './lasso.ts';

/** A press that moved by less than this, in pixels, is none. */
const STILL = 5;
const FEWEST_SPOTS = 3;
const WHEEL = 0.0016;

export function listenForGestures(
  element: HTMLElement,
  hand: Hand,
  size: ReadonlySignal<Size>,
): () => void {
  const fingers = createFingers(hand, size);
  const spotOf = (event: MouseEvent): Spot => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const listeners = {
    pointerdown(event: PointerEvent) {
      if (event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      fingers.down(event.pointerId, spotOf(event), event.shiftKey);
    },
    pointermove(event: PointerEvent) {
      if (fingers.move(event.pointerId, spotOf(event))) return;
      if (event.pointerType !== 'touch') hand.point(spotOf(event));
    },
    pointerup: (event: PointerEvent) => fingers.up(event.pointerId, spotOf(event)),
    pointercancel: (event: PointerEvent) => fingers.up(event.pointerId, null),
    wheel(event: WheelEvent) {
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : 1);
      hand.move(zoomedAt(hand.look(), size.peek(), Math.exp(-pixels * WHEEL), spotOf(event)));
    },
  };
  const all = Object.entries(listeners) as [string, EventListener][];
  for (const [name, listener] of all) element.addEventListener(name, listener, { passive: false });
  return () => {
    for (const [name, listener] of all) element.removeEventListener(name, listener);
  };
}

/** Everything that is pressed on the map, each by its id. */
function createFingers(hand: Hand, size: ReadonlySignal<Size>) {
  const held = new Map<number, Spot>();
  let isDrawing = false;
  let moved = 0;
  const stopDrawing = (): readonly Spot[] => {
    const drawn = hand.line.peek();
    isDrawing = false;
    hand.line.value = [];
    return drawn;
  };
  const pinch = (before: Spot, spot: Spot, other: Spot): void => {
    const distance = (a: Spot): number => Math.max(1, Math.hypot(a.x - other.x, a.y - other.y));
    const middle = { x: (spot.x + other.x) / 2, y: (spot.y + other.y) / 2 };
    const shifted = panned(hand.look(), (spot.x - before.x) / 2, (spot.y - before.y) / 2);
    hand.move(zoomedAt(shifted, size.peek(), distance(spot) / distance(before), middle));
  };
  return {
    down(id: number, spot: Spot, isShift: boolean) {
      held.set(id, spot);
      hand.isByKeyboard.value = false;
      if (held.size === 1) moved = 0;
      stopDrawing(); // A second finger pinches, it draws nothing.
      isDrawing = held.size === 1 && (hand.isLasso.peek() || isShift);
      if (isDrawing) hand.line.value = [spot];
    },
    /** False when this one is not pressed. */
    move(id: number, spot: Spot): boolean {
      const before = held.get(id);
      if (!before) return false;
      moved += Math.hypot(spot.x - before.x, spot.y - before.y);
      const other = [...held].find(([own]) => own !== id)?.[1];
      const line = hand.line.peek();
      if (isDrawing && isWorthKeeping(line, spot)) hand.line.value = [...line, spot];
      else if (!isDrawing && other) pinch(before, spot, other);
      else if (!isDrawing) hand.move(panned(hand.look(), spot.x - before.x, spot.y - before.y));
      held.set(id, spot);
      return true;
    },
    /** `spot` null: the browser took it away. */
    up(id: number, spot: Spot | null) {
      if (!held.delete(id)) return;
      const drawn = stopDrawing();
      if (spot === null || held.size > 0) return;
      if (moved < STILL) hand.pick(spot);
      else if (drawn.length >= FEWEST_SPOTS) hand.encircle(drawn);
    },
  };
}
