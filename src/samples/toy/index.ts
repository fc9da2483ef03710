import { blobs } from './blobs.ts';
import { circles } from './circles.ts';
import { colonies } from './colonies.ts';
import { island } from './island.ts';
import { moons } from './moons.ts';
import { stripes } from './stripes.ts';
import type { ToyKind } from './toy.ts';

export { generateToy } from './generate-toy.ts';
export type { ToyKind, ToyOptions, ToyPoints } from './toy.ts';

/** 2-D toy sets for the classroom. A new one is listed here and is tested from then on. */
export const toys: readonly ToyKind[] = [moons, circles, blobs, stripes, colonies, island];

export function toyById(id: string): ToyKind | undefined {
  return toys.find((toy) => toy.id === id);
}
