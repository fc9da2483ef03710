import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/domain/records.ts';
import { openStorage } from '../../../src/storage/index.ts';
import { migrations } from '../../../src/storage/migrations/index.ts';
import { freshName, hashesOf, makeItems, makeProject, ulid } from '../make.ts';

const ofImport = (items: readonly Item[], importId: string): Item[] =>
  items.map((item) => ({ ...item, importId: importId as never }));

/** How many rows of the table there are, looked at from outside. */
async function rowsIn(name: string, table: string): Promise<number> {
  const database = new Dexie(name);
  await database.open();
  const count = await database.table(table).count();
  database.close();
  return count;
}

describe('long imports', () => {
  it('lie in chunks and read as they were put in, by place, id and range', async () => {
    const name = freshName();
    const storage = await openStorage({ name });
    const id = await makeProject(storage);
    const given = makeItems(id, 300).map((item, i) => ({
      ...item,
      given: i % 3 === 0 ? (['rude'] as never) : null,
      externalId: i % 2 === 0 ? `row ${i}` : null,
      fields: i === 7 ? { note: 'only here' } : {},
    }));
    expect(await storage.items.add(given)).toEqual(given);
    expect(await rowsIn(name, 'items')).toBe(0);
    expect(await rowsIn(name, 'itemChunks')).toBe(3);
    expect(await storage.items.range(id, 0, Infinity)).toEqual(given);
    expect(await storage.items.range(id, 120, 140)).toEqual(given.slice(120, 140));
    const asked = [given[299], given[0], given[128], given[0]].map((item) => (item as Item).id);
    expect((await storage.items.getMany(asked)).map((item) => item?.ordinal)).toEqual([
      299, 0, 128, 0,
    ]);
    const many = [...given].reverse().map((item) => item.id);
    expect(await storage.items.getMany(many)).toEqual([...given].reverse());
    expect(await storage.items.getMany([])).toEqual([]);
    expect(await storage.items.get('0' as never)).toBeUndefined();
    expect(await storage.items.get('~' as never)).toBeUndefined();
    expect((await storage.projects.get(id))?.summary).toMatchObject({ items: 300, given: 100 });
    expect(new Set(await hashesOf(storage, id)).size).toBe(300);
    storage.close();
  });

  it('are taken back whole, and what came beside them moves up, rows and chunks alike', async () => {
    const storage = await openStorage({ name: freshName() });
    const id = await makeProject(storage);
    const all = makeItems(id, 250);
    await storage.items.add(ofImport(all.slice(0, 100), 'one'));
    await storage.items.add(ofImport(all.slice(100, 103), 'camera'));
    await storage.items.add(ofImport(all.slice(103, 250), 'two'));
    await storage.items.removeImport(id, 'one' as never);
    const left = await storage.items.range(id, 0, Infinity);
    expect(left.map((item) => item.ordinal)).toEqual(Array.from({ length: 150 }, (_, i) => i));
    expect(left.map((item) => item.id)).toEqual(all.slice(100).map((item) => item.id));
    expect(await storage.items.count(id)).toBe(150);
    expect((await storage.projects.get(id))?.summary.items).toBe(150);
    await storage.items.removeImport(id, 'two' as never);
    expect(await storage.items.count(id)).toBe(3);
    storage.close();
  });

  it('whose ids lie among others stay findable, and no id is taken twice', async () => {
    const storage = await openStorage({ name: freshName() });
    const id = await makeProject(storage);
    const all = makeItems(id, 200);
    const even = all.filter((_, i) => i % 2 === 0);
    const odd = all.filter((_, i) => i % 2 === 1);
    await storage.items.add(even);
    await storage.items.add(odd);
    const found = await storage.items.getMany(all.map((item) => item.id));
    expect(found.map((item) => item?.id)).toEqual(all.map((item) => item.id));
    expect(new Set(found.map((item) => item?.ordinal)).size).toBe(200);
    await expect(storage.items.add([even[3] as Item])).rejects.toMatchObject({ kind: 'failed' });
    await expect(storage.items.add(even)).rejects.toMatchObject({ kind: 'failed' });
    await expect(storage.items.add([odd[3] as Item])).rejects.toMatchObject({ kind: 'failed' });
    expect(await storage.items.count(id)).toBe(200);
    storage.close();
  });

  it('of one project go with it and leave others alone', async () => {
    const name = freshName();
    const storage = await openStorage({ name });
    const [one, two] = [await makeProject(storage), await makeProject(storage)];
    await storage.items.add(makeItems(one, 200));
    const kept = makeItems(two, 130);
    await storage.items.add(kept);
    await storage.projects.remove(one);
    expect(await storage.items.count(one)).toBe(0);
    expect(await storage.items.range(two, 0, 200)).toEqual(kept);
    expect(await rowsIn(name, 'itemChunks')).toBe(1);
    expect(await rowsIn(name, 'items')).toBe(2);
    storage.close();
  });
});

it('items that version 3 wrote as rows stay, and new ones are put behind them', async () => {
  const name = freshName();
  const old = new Dexie(name);
  for (const { version, tables } of migrations.slice(0, 3)) old.version(version).stores(tables);
  await old.open();
  const project = ulid() as never;
  const before = makeItems(project, 50);
  await old.table('items').bulkAdd(before);
  old.close();
  const storage = await openStorage({ name });
  expect(await storage.items.count(project)).toBe(50);
  const after = makeItems(project, 64);
  const stored = await storage.items.add(after);
  expect(stored.map(({ ordinal }) => ordinal)).toEqual(after.map((_, i) => 50 + i));
  expect(await storage.items.range(project, 0, Infinity)).toEqual([...before, ...stored]);
  expect(await storage.items.range(project, 40, 60)).toEqual([
    ...before.slice(40),
    ...stored.slice(0, 10),
  ]);
  expect(await hashesOf(storage, project)).toHaveLength(114);
  storage.close();
});
