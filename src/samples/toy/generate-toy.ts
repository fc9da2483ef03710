import { createRng, deriveSeed, type Rng } from '../../domain/math/rng.ts';
import type { ToyKind, ToyOptions, ToyPoints } from './toy.ts';

/** Classes by their weights, places by the kind, blurred by normal noise, kept inside the square. */
export function generateToy(kind: ToyKind, options: ToyOptions): ToyPoints {
  const { count, noise, balance, seed } = options;
  const rng = createRng(deriveSeed(seed, 'toy', kind.id));
  const places = new Float32Array(count * 2);
  const truth = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const own = drawClass(kind.classes, balance, rng);
    const [x, y] = kind.place(own, rng);
    truth[i] = own;
    places[2 * i] = inside(x + noise * kind.blur * rng.normal());
    places[2 * i + 1] = inside(y + noise * kind.blur * rng.normal());
  }
  return { places, truth };
}

function drawClass(classes: number, balance: number, rng: Rng): number {
  const draw = rng.next() * (classes - 1 + balance);
  return Math.min(classes - 1, Math.floor(draw));
}

const inside = (value: number): number => Math.min(1, Math.max(-1, value));
