/**
 * All items of a project as browsing needs them: ids, where they came from, labels of the import, and
 * their words. Words are kept up to a budget; what lies beyond it is read again when it is searched.
 */
import type { ClassId, ImportId, Item, ItemId, ProjectId } from '../../src/domain/records.ts';
import type { Storage } from '../../src/storage/api.ts';
import { textOf } from './text-of.ts';

export const CHUNK_ROWS = 1_000;
/** Characters; a Latin letter takes one byte. */
const MOST_KEPT = 64_000_000;

export interface ItemTable {
  readonly ids: readonly ItemId[];
  readonly rowOf: ReadonlyMap<ItemId, number>;
  readonly given: ReadonlyMap<number, readonly ClassId[]>;
  readonly imports: readonly ImportId[];
  /** Place in `imports`, per row. */
  readonly from: readonly number[];
  /** Folded texts of the rows of a chunk. */
  texts(chunk: number): Promise<readonly string[]>;
  /** Reads items that were added since; all of them where some have gone. */
  readOn(onProgress: (read: number, total: number) => void): Promise<void>;
}

export interface TableOptions {
  readonly storage: Pick<Storage, 'items'>;
  readonly projectId: ProjectId;
  readonly mostKept?: number;
}

export function createItemTable({
  storage,
  projectId,
  mostKept = MOST_KEPT,
}: TableOptions): ItemTable {
  const ids: ItemId[] = [];
  const rowOf = new Map<ItemId, number>();
  const given = new Map<number, readonly ClassId[]>();
  const imports: ImportId[] = [];
  const from: number[] = [];
  const kept = new Map<number, readonly string[]>();
  let characters = 0;

  const readChunk = (chunk: number): Promise<readonly Item[]> =>
    storage.items.range(projectId, chunk * CHUNK_ROWS, (chunk + 1) * CHUNK_ROWS);
  const forget = (): void => {
    ids.length = 0;
    from.length = 0;
    characters = 0;
    for (const map of [rowOf, given, kept]) map.clear();
  };
  const take = (item: Item): void => {
    const row = ids.length;
    ids.push(item.id);
    rowOf.set(item.id, row);
    if (item.given) given.set(row, item.given);
    if (!imports.includes(item.importId)) imports.push(item.importId);
    from.push(imports.indexOf(item.importId));
  };
  const keep = (chunk: number, texts: readonly string[]): void => {
    const own = lengthOf(texts);
    characters -= lengthOf(kept.get(chunk) ?? []);
    kept.delete(chunk);
    if (characters + own > mostKept) return;
    characters += own;
    kept.set(chunk, texts);
  };

  return {
    ids,
    rowOf,
    given,
    imports,
    from,
    texts: async (chunk) => kept.get(chunk) ?? (await readChunk(chunk)).map(textOf),
    async readOn(onProgress) {
      const total = await storage.items.count(projectId);
      if (total < ids.length) forget();
      // The last chunk may have been read when it was half full: it is read again as a whole.
      for (let chunk = Math.floor(ids.length / CHUNK_ROWS); ids.length < total; chunk++) {
        const items = await readChunk(chunk);
        const known = ids.length - chunk * CHUNK_ROWS;
        if (items.length <= known) break; // Removed meanwhile.
        for (const item of items.slice(known)) take(item);
        keep(chunk, items.map(textOf));
        onProgress(ids.length, total);
      }
    },
  };
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}
