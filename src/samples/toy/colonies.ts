import type { ToyKind } from './toy.ts';

/** Colonies a side of the grid. */
const SIDE = 4;
const SPREAD = 0.05;

/** A grid of small colonies, the classes in turn as on a chess board. */
export const colonies: ToyKind = {
  id: 'colonies',
  label: 'Colonies',
  hint: 'Sixteen small groups like the fields of a chess board. Each must be met before it can be known.',
  classes: 2,
  blur: 0.15,
  place(classIndex, rng) {
    const row = rng.integer(SIDE);
    const column = 2 * rng.integer(SIDE / 2) + ((row + classIndex) % 2);
    const at = (k: number): number => -0.75 + (1.5 * k) / (SIDE - 1) + SPREAD * rng.normal();
    return [at(column), at(row)];
  },
};
