import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import type { HoneEvent } from '../../../src/domain/events.ts';
import type { Item } from '../../../src/domain/records.ts';
import { createSaveQueue } from '../../../src/engine/save-queue.ts';
import type { StorageChange } from '../../../src/storage/api.ts';
import { openStorage } from '../../../src/storage/index.ts';
import { migrations } from '../../../src/storage/migrations/index.ts';
import { act, answerOf, freshName, hashesOf, makeItems, makeProject } from '../make.ts';

describe('events', () => {
  it('are durable once, and keep the project row true', async () => {
    const storage = await openStorage({ name: freshName() });
    const id = await makeProject(storage);
    const items = makeItems(id, 4);
    await storage.items.add(items);
    for (const item of items) await act(storage, id, answerOf(item));
    const events = await storage.events.of(id);
    await storage.events.append(events);
    expect(await storage.events.of(id)).toHaveLength(5);
    expect((await storage.projects.get(id))?.summary).toMatchObject({ items: 4, answered: 4 });
    await act(storage, id, { type: 'undo' });
    expect((await storage.projects.get(id))?.summary.answered).toBe(3);
    await act(storage, id, answerOf(items[0] as never));
    expect((await storage.projects.get(id))?.summary.answered).toBe(3);
    await act(storage, id, { type: 'rename-project', name: 'Other' });
    expect((await storage.projects.get(id))?.project.name).toBe('Other');
    const after = events[2]?.id;
    expect(await storage.events.of(id, after)).toHaveLength(2 + 3);
    storage.close();
  });

  it('of which some are there already are added without them, and count once', async () => {
    const name = freshName();
    const storage = await openStorage({ name });
    const id = await makeProject(storage);
    const items = makeItems(id, 2);
    await storage.items.add(items);
    const [first] = await act(storage, id, answerOf(items[0] as never));
    const device = await openStorage({ name: freshName() });
    await device.events.append(await storage.events.of(id));
    const [second] = await act(device, id, answerOf(items[1] as never));
    await storage.events.append([first as HoneEvent, second as HoneEvent]);
    expect((await storage.events.of(id)).map((event) => event.id)).toEqual(
      (await device.events.of(id)).map((event) => event.id),
    );
    expect((await storage.projects.get(id))?.summary.answered).toBe(2);
    storage.close();
    device.close();
  });

  it('are seen by other contexts', async () => {
    const name = freshName();
    const [one, two] = [await openStorage({ name }), await openStorage({ name })];
    const heard: StorageChange[] = [];
    two.subscribe((change) => void heard.push(change));
    const id = await makeProject(one);
    await expect.poll(() => heard.some(({ kind }) => kind === 'events')).toBe(true);
    expect(await two.events.of(id)).toHaveLength(1);
    one.close();
    two.close();
  });
});

describe('items', () => {
  it('are found by range, id and content', async () => {
    const storage = await openStorage({ name: freshName() });
    const id = await makeProject(storage);
    const items = makeItems(id, 30);
    await storage.items.add(items);
    expect((await storage.items.range(id, 10, 13)).map(({ ordinal }) => ordinal)).toEqual([
      10, 11, 12,
    ]);
    expect(await storage.items.getMany(['nobody' as never, items[3]?.id as never])).toEqual([
      undefined,
      items[3],
    ]);
    expect(new Set(await hashesOf(storage, id))).toEqual(new Set(items.map(({ hash }) => hash)));
    await storage.items.removeImport(id, 'import-1');
    expect(await storage.items.count(id)).toBe(0);
    await storage.projects.remove(id);
    expect(await storage.projects.list()).toEqual([]);
    storage.close();
  });
});

describe('places of items', () => {
  it('are never given twice by two tabs, and close up when an import is taken back', async () => {
    const name = freshName();
    const [one, two] = [await openStorage({ name }), await openStorage({ name })];
    const id = await makeProject(one);
    const all = makeItems(id, 40);
    const captured = all.slice(20).map((item) => ({ ...item, importId: 'captured' as never }));
    await Promise.all([
      ...[0, 5, 10, 15].map((from) => one.items.add(all.slice(from, from + 5))),
      ...captured.map((item) => two.items.add([item])),
    ]);
    const places = async (): Promise<readonly number[]> =>
      (await one.items.range(id, 0, Infinity)).map(({ ordinal }) => ordinal);
    expect(await places()).toEqual(Array.from({ length: 40 }, (_, i) => i));
    await one.items.removeImport(id, 'import-1' as never);
    expect(await places()).toEqual(Array.from({ length: 20 }, (_, i) => i));
    const [last] = await two.items.add([{ ...(all[0] as Item), id: 'another' as never }]);
    expect(last?.ordinal).toBe(20);
    one.close();
    two.close();
  });
});

describe('trouble', () => {
  it('a full disk is named, and the save queue keeps the answer until there is room', async () => {
    const storage = await openStorage({ name: freshName() });
    const id = await makeProject(storage);
    const [item] = makeItems(id, 1);
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('no space left', 'QuotaExceededError');
    };
    try {
      await expect(act(storage, id, answerOf(item as never))).rejects.toMatchObject({
        kind: 'quota',
      });
      const queue = createSaveQueue(storage.events);
      const [first] = await storage.events.of(id);
      const event = {
        ...first,
        id: '0'.repeat(26),
        type: 'project-renamed',
        name: 'Kept',
      } as never;
      const saved = queue.save([event]);
      await expect.poll(() => queue.problem.value).toMatch(/disk is full/);
      expect(queue.held()).toHaveLength(1);
      IDBObjectStore.prototype.add = add;
      queue.retryNow();
      await saved;
      expect(queue.unsaved.value).toBe(0);
      expect(await storage.events.of(id)).toHaveLength(2);
    } finally {
      IDBObjectStore.prototype.add = add;
    }
    storage.close();
  });

  it('a connection that the browser dropped is opened again', async () => {
    const storage = await openStorage({ name: freshName() });
    const id = await makeProject(storage);
    const transaction = IDBDatabase.prototype.transaction;
    let failures = 1;
    IDBDatabase.prototype.transaction = function dropped(this: IDBDatabase, ...args: never[]) {
      if (failures-- > 0) throw new DOMException('connection lost', 'InvalidStateError');
      return (transaction as (...all: never[]) => IDBTransaction).apply(this, args);
    } as typeof transaction;
    try {
      expect(await storage.events.of(id)).toHaveLength(1);
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
    storage.close();
  });

  it('data of a newer version is refused, not rewritten', async () => {
    const name = freshName();
    const newer = new Dexie(name);
    newer.version(99).stores({ events: 'id', future: 'id' });
    await newer.open();
    newer.close();
    await expect(openStorage({ name })).rejects.toMatchObject({ kind: 'newer-schema' });
  });
});

describe('migrations', () => {
  it('are numbered without gaps', () => {
    expect(migrations.map(({ version }) => version)).toEqual(
      migrations.map((_, index) => index + 1),
    );
  });

  it('bring data of version 1 along', async () => {
    const name = freshName();
    const old = new Dexie(name);
    old.version(1).stores({ ...migrations[0].tables });
    await old.open();
    const { hash, ...rest } = makeItems('p1' as never, 1)[0] as { hash: string };
    await old.table('items').add({ ...rest, digest: hash });
    old.close();
    const storage = await openStorage({ name });
    const [item] = await storage.items.range('p1' as never, 0, 1);
    expect(item?.hash).toBe('hash-0');
    expect(item && 'digest' in item).toBe(false);
    expect(await hashesOf(storage, 'p1' as never)).toEqual(['hash-0']);
    storage.close();
  });
});
