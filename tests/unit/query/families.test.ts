import { describe, expect, it } from 'vitest';
import { byFamily, FAMILIES } from '../../../src/domain/query/families.ts';
import { queryStrategies } from '../../../src/domain/query/index.ts';
import type { QueryStrategy } from '../../../src/domain/query/strategy.ts';
import { strings } from '../../../src/rooms/classes/strings.ts';

const all = Object.values<QueryStrategy>(queryStrategies);

describe('families', () => {
  it('hold every strategy once, none is empty, and the settings have words for each', () => {
    const groups = byFamily(all);
    const listed = groups.flatMap(({ strategies }) => strategies.map(({ id }) => id));
    expect([...listed].sort()).toEqual(all.map(({ id }) => id).sort());
    for (const { family, strategies } of groups) {
      expect(strategies.length).toBeGreaterThan(0);
      expect(strings.settings.strategyFamilies[family].title.length).toBeGreaterThan(5);
    }
  });

  it('come in their order, chance last', () => {
    const order = byFamily(all).map(({ family }) => FAMILIES.indexOf(family));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(byFamily(all).at(-1)?.family).toBe('random');
  });
});
