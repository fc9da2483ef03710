import type { ToyKind } from './toy.ts';

const CENTRES = [
  [-0.5, -0.4],
  [0.5, -0.4],
  [0, 0.5],
] as const;
/** Spread of a cloud without any noise. */
const SPREAD = 0.09;

/** Three round clouds. */
export const blobs: ToyKind = {
  id: 'blobs',
  label: 'Three clouds',
  hint: 'A round cloud for each class. Straight lines do.',
  classes: 3,
  blur: 0.5,
  place(classIndex, rng) {
    const [x, y] = CENTRES[classIndex] ?? CENTRES[0];
    return [x + SPREAD * rng.normal(), y + SPREAD * rng.normal()];
  },
};
