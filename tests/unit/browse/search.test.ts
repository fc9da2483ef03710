import { describe, expect, it } from 'vitest';
import type { ImportId, Item, ItemId, ProjectId } from '../../../src/domain/records.ts';
import type { ItemStore } from '../../../src/storage/api.ts';
import { createItemTable } from '../../../workers/browse/item-table.ts';
import { searchRows } from '../../../workers/browse/search.ts';
import { textOf } from '../../../workers/browse/text-of.ts';

const PROJECT = 'p' as ProjectId;

function makeItem(ordinal: number): Item {
  return {
    id: `item-${ordinal}` as ItemId,
    projectId: PROJECT,
    ordinal,
    hash: String(ordinal),
    externalId: `own-${ordinal}`,
    content: { kind: 'text', text: ordinal % 10 === 0 ? 'A Zebra crossing' : 'a plain road' },
    fields: { city: ordinal % 20 === 0 ? 'Bern' : 'Rome' },
    given: null,
    oracle: null,
    importId: 'import-1' as ImportId,
  };
}

/** A store over an array, and how often it was read. */
function makeStore(count: number) {
  const items = Array.from({ length: count }, (_, ordinal) => makeItem(ordinal));
  let reads = 0;
  const store = {
    count: async () => items.length,
    range: async (_: ProjectId, from: number, to: number) => {
      reads += 1;
      return items.slice(from, to);
    },
  } as unknown as ItemStore;
  return { storage: { items: store }, items, reads: () => reads };
}

const everyRow = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, i) => i);

async function readAll(count: number, mostKept?: number) {
  const { storage, items, reads } = makeStore(count);
  const table = createItemTable({
    storage,
    projectId: PROJECT,
    ...(mostKept === undefined ? {} : { mostKept }),
  });
  await table.readOn(() => undefined);
  return { table, items, reads };
}

describe('what words are looked for in', () => {
  it('is everything that names the item, folded', () => {
    expect(textOf(makeItem(20))).toBe('a zebra crossing\nbern\nown-20');
    const content = { kind: 'table', cells: { a: 'X', b: '' } } as const;
    expect(textOf({ ...makeItem(1), content, fields: {} })).toBe('x\n\nown-1');
  });
});

describe('the table of items', () => {
  it('reads on where it stopped, and all again when items are gone', async () => {
    const { table, items } = await readAll(1_500);
    items.push(makeItem(1_500), makeItem(1_501));
    await table.readOn(() => undefined);
    expect(table.ids).toHaveLength(1_502);
    expect((await table.texts(1))[501]).toContain('own-1501');
    items.length = 700;
    await table.readOn(() => undefined);
    expect(table.ids).toHaveLength(700);
    expect(table.rowOf.get('item-900' as ItemId)).toBeUndefined();
  });
});

describe('searching', () => {
  it('finds rows with all the words, among those asked for', async () => {
    const { table } = await readAll(2_500);
    const search = { table, isCancelled: () => false };
    const all = await searchRows({ ...search, rows: everyRow(2_500), needles: ['zebra', 'bern'] });
    expect(all).toHaveLength(125);
    const some = await searchRows({
      ...search,
      rows: Uint32Array.of(5, 20, 30),
      needles: ['zebra'],
    });
    expect([...(some ?? [])]).toEqual([20, 30]);
  });

  it('finds the same when texts were too many to be kept, by reading them again', async () => {
    const { table, reads } = await readAll(2_500, 0);
    const before = reads();
    const found = await searchRows({
      table,
      rows: everyRow(2_500),
      needles: ['bern'],
      isCancelled: () => false,
    });
    expect(found).toHaveLength(125);
    expect(reads() - before).toBe(3);
  });

  it('ends when a newer search has come', async () => {
    const { table } = await readAll(2_500);
    let asked = 0;
    const isCancelled = (): boolean => {
      asked += 1;
      return asked > 1;
    };
    const found = await searchRows({ table, rows: everyRow(2_500), needles: ['a'], isCancelled });
    expect(found).toBeNull();
    expect(asked).toBe(2);
  });
});
