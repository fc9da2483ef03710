import type { Signal } from '@preact/signals';
import type { Desk } from './desk.ts';
import type { Place } from './edit-points.ts';

const STEP = 0.05;
/** With Shift, for the last bit of the way. */
const FINE = 0.01;

const MOVES: Readonly<Record<string, Place>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};

/** Arrows move the cross, digits give a class at it, Enter and space press, Delete takes back. */
export function planeKeys(event: KeyboardEvent, cross: Signal<Place | null>, desk: Desk): void {
  const here = cross.value ?? { x: 0, y: 0 };
  const step = MOVES[event.key];
  const digit = /^[1-4]$/.test(event.key) ? Number(event.key) - 1 : null;
  if (step) {
    const by = event.shiftKey ? FINE : STEP;
    cross.value = { x: inside(here.x + by * step.x), y: inside(here.y + by * step.y) };
  } else if (digit !== null) desk.press(here, digit);
  else if (event.key === 'Enter' || event.key === ' ') desk.press(here);
  else if (event.key === 'Delete' || event.key === 'Backspace') desk.takeBack(here);
  else return;
  // What was meant for the plane must not lead the room on.
  event.preventDefault();
  event.stopPropagation();
}

const inside = (value: number): number => Math.min(1, Math.max(-1, value));
