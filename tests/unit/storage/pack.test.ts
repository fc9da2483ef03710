import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemContent } from '../../../src/domain/records.ts';
import { type PackableItem, packItems, unpackItem } from '../../../src/storage/items/pack.ts';

const name = fc.stringMatching(/^[a-z]{1,3}$/);
const names = fc.dictionary(name, fc.string({ maxLength: 6 }), {
  maxKeys: 3,
  noNullPrototype: true,
});
const classes = fc.option(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }));
const content: fc.Arbitrary<ItemContent> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: fc.string() }),
  fc.record({ kind: fc.constant('table' as const), cells: names }),
  fc.record({
    kind: fc.constant('image' as const),
    blob: fc.string() as fc.Arbitrary<never>,
    name: fc.string(),
    width: fc.nat(),
    height: fc.nat(),
  }),
);

function item(contents: fc.Arbitrary<ItemContent>): fc.Arbitrary<PackableItem> {
  return fc.record({
    id: fc.string() as fc.Arbitrary<never>,
    hash: fc.string(),
    externalId: fc.option(fc.string()),
    content: contents,
    fields: names,
    given: classes as fc.Arbitrary<never>,
    oracle: classes as fc.Arbitrary<never>,
  });
}

describe('packed items', () => {
  const kinds = [content, content.filter(({ kind }) => kind === 'text')];
  it.each(kinds)('come out as they went in, whatever they are (%#)', (contents) => {
    fc.assert(
      fc.property(fc.array(item(contents), { maxLength: 12 }), (items) => {
        const packed = structuredClone(packItems(items));
        expect(items.map((_, index) => unpackItem(packed, index))).toEqual(items);
      }),
    );
  });

  it('keep the order of the cells, and the names of columns once', () => {
    const rows = [1, 2, 3].map(
      (n): PackableItem => ({
        id: `i${n}` as never,
        hash: `h${n}`,
        externalId: null,
        content: { kind: 'table', cells: { z: `${n}`, a: '' } },
        fields: {},
        given: null,
        oracle: null,
      }),
    );
    const packed = packItems(rows);
    expect(packed.contents).toEqual({
      kind: 'table',
      cells: {
        kind: 'columns',
        names: ['z', 'a'],
        columns: [
          ['1', '2', '3'],
          ['', '', ''],
        ],
      },
    });
    expect(JSON.stringify(unpackItem(packed, 1).content)).toBe(JSON.stringify(rows[1]?.content));
    expect(packed).toMatchObject({ externalIds: null, given: null, oracle: null });
  });
});
