import { describe, expect, it } from 'vitest';
import { samples } from '../../../src/samples/index.ts';

for (const sample of samples) {
  describe(`sample ${sample.id}`, () => {
    const items = [...sample.generate(1)];

    it('is as many as it says, the same for the same seed, other for another', () => {
      expect(items).toHaveLength(sample.count);
      expect([...sample.generate(1)]).toEqual(items);
      expect([...sample.generate(2)].slice(0, 20)).not.toEqual(items.slice(0, 20));
    });

    it('holds every class and no other, and no unfilled placeholder', () => {
      const names = sample.classes.map(({ name }) => name);
      const used = new Set(items.flatMap(({ classes }) => classes));
      expect([...used].sort()).toEqual([...names].sort());
      expect(items.filter(({ text }) => text.trim() === '' || /[{}]/.test(text))).toEqual([]);
      if (sample.mode === 'single')
        expect(items.every(({ classes }) => classes.length === 1)).toBe(true);
    });

    it('repeats itself little', () => {
      expect(new Set(items.map(({ text }) => text)).size / items.length).toBeGreaterThan(0.8);
    });
  });
}
