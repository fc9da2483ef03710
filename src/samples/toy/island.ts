import type { ToyKind } from './toy.ts';

/** Share of the second class that lives on the island. */
const ON_ISLAND = 0.3;
const FIRST = { x: -0.45, y: -0.4, spread: 0.17 } as const;
const MAINLAND = { x: 0.35, y: -0.4, spread: 0.17 } as const;
const ISLAND = { x: -0.6, y: 0.75, spread: 0.07 } as const;

/**
 * The second class lives in two places, and one of them lies far behind the first class: whoever asks
 * only along the boundary it knows has no reason to look there (Dasgupta 2011, "Two faces of active
 * learning", on sampling bias). One straight line would part the classes.
 */
export const island: ToyKind = {
  id: 'island',
  label: 'The island',
  hint: 'One class has a second home, far from the boundary between the two.',
  classes: 2,
  blur: 0.2,
  place(classIndex, rng) {
    const away = rng.next() < ON_ISLAND ? ISLAND : MAINLAND;
    const { x, y, spread } = classIndex === 0 ? FIRST : away;
    return [x + spread * rng.normal(), y + spread * rng.normal()];
  },
};
