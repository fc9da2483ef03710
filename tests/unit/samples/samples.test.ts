import { describe, expect, it } from 'vitest';
import { samples } from '../../../src/samples/index.ts';
import type { SampleContent, SampleItem } from '../../../src/samples/sample.ts';

/** Enough of a content to tell it from another. */
function keyOf(content: SampleContent): string {
  if (content.kind === 'text') return content.text;
  if (content.kind === 'table') return JSON.stringify(content.cells);
  let sum = 0;
  content.data.forEach((value: number, i: number) => {
    sum += value * ((i % 97) + 1);
  });
  return String(sum);
}

/** Pictures and sounds are compared by what tells them apart: number by number takes minutes. */
const printOf = ({ content, ...rest }: SampleItem) => ({ ...rest, key: keyOf(content) });

for (const sample of samples) {
  describe(`sample ${sample.id}`, () => {
    const items = [...sample.generate(1)];

    it('is as many as it says, the same for the same seed, other for another', () => {
      expect(items).toHaveLength(sample.count);
      const prints = items.map(printOf);
      expect([...sample.generate(1)].map(printOf)).toEqual(prints);
      const others = [...sample.generate(2)].slice(0, 20).map(printOf);
      expect(others).not.toEqual(prints.slice(0, 20));
    });

    it('holds every class and no other, and no unfilled placeholder', () => {
      const names = sample.classes.map(({ name }) => name);
      const used = new Set(items.flatMap(({ classes }) => classes));
      expect([...used].sort()).toEqual([...names].sort());
      const texts = items.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []));
      expect(texts.filter((text) => text.trim() === '' || /[{}]/.test(text))).toEqual([]);
      if (sample.mode === 'single')
        expect(items.every(({ classes }) => classes.length === 1)).toBe(true);
    });

    it('repeats itself little', () => {
      expect(
        new Set(items.map(({ content }) => keyOf(content))).size / items.length,
      ).toBeGreaterThan(0.8);
    });
  });
}
