import type { ToyKind } from './toy.ts';

const RADIUS = 0.55;

/** Two half circles that reach into each other. */
export const moons: ToyKind = {
  id: 'moons',
  label: 'Two moons',
  hint: 'Two crescents that reach into each other. A straight line cannot part them.',
  classes: 2,
  blur: 0.3,
  place(classIndex, rng) {
    const angle = Math.PI * rng.next();
    const side = classIndex === 0 ? 1 : -1;
    return [
      side * (RADIUS * Math.cos(angle) - RADIUS / 2),
      side * (RADIUS * Math.sin(angle) - RADIUS / 4),
    ];
  },
};
