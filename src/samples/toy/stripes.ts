import type { ToyKind } from './toy.ts';

const STRIPES = 4;
/** Share of a stripe's width that is filled: the rest keeps the classes apart. */
const FILLED = 0.8;

/** Upright stripes of the two classes in turn. */
export const stripes: ToyKind = {
  id: 'stripes',
  label: 'Stripes',
  hint: 'The classes take turns from left to right: three boundaries, not one.',
  classes: 2,
  blur: 0.2,
  place(classIndex, rng) {
    const stripe = 2 * rng.integer(STRIPES / 2) + classIndex;
    const within = FILLED * (rng.next() - 0.5);
    return [-0.9 + (1.8 * (stripe + 0.5 + within)) / STRIPES, 1.8 * (rng.next() - 0.5)];
  },
};
