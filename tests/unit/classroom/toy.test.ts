import { describe, expect, it } from 'vitest';
import { generateToy, toyById, toys } from '../../../src/samples/toy/index.ts';

const OPTIONS = { count: 600, noise: 0.3, balance: 1, seed: 7 };

describe.each(toys.map((toy) => [toy.id, toy] as const))('toy set %s', (id, toy) => {
  it('introduces itself and is found by its name', () => {
    expect(toyById(id)).toBe(toy);
    for (const text of [toy.label, toy.hint]) expect(text.length).toBeGreaterThan(5);
  });

  it('makes the same points from the same seed, others from another', () => {
    expect(generateToy(toy, OPTIONS)).toEqual(generateToy(toy, OPTIONS));
    expect(generateToy(toy, { ...OPTIONS, seed: 8 }).places).not.toEqual(
      generateToy(toy, OPTIONS).places,
    );
  });

  it('begins alike however many points are asked for', () => {
    const few = generateToy(toy, { ...OPTIONS, count: 100 });
    const many = generateToy(toy, OPTIONS);
    expect(many.places.slice(0, 200)).toEqual(few.places);
    expect(many.truth.slice(0, 100)).toEqual(few.truth);
  });

  it('stays inside the square at any noise', () => {
    for (const noise of [0, 0.5, 1]) {
      const { places } = generateToy(toy, { ...OPTIONS, noise });
      expect(Math.max(...places.map(Math.abs))).toBeLessThanOrEqual(1);
    }
  });

  it('has every class as often as the balance says', () => {
    for (const balance of [1, 0.1]) {
      const { truth } = generateToy(toy, { ...OPTIONS, count: 6_000, balance });
      const rare = truth.filter((own) => own === toy.classes - 1).length / truth.length;
      const wanted = balance / (toy.classes - 1 + balance);
      // Four standard errors of a share.
      expect(Math.abs(rare - wanted)).toBeLessThan(4 * Math.sqrt((wanted * (1 - wanted)) / 6_000));
    }
  });
});
