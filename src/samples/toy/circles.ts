import type { ToyKind } from './toy.ts';

const RADII = [0.8, 0.35] as const;

/** A ring around a ring. */
export const circles: ToyKind = {
  id: 'circles',
  label: 'Circles',
  hint: 'A ring around a ring. Whatever line you draw, both classes lie on both sides.',
  classes: 2,
  blur: 0.25,
  place(classIndex, rng) {
    const angle = 2 * Math.PI * rng.next();
    const radius = RADII[classIndex === 0 ? 0 : 1];
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  },
};
