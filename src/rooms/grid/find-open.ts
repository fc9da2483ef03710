import type { Item } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';

export interface OpenItems {
  readonly items: readonly Item[];
  /** Where to look on for more; null at the end. */
  readonly next: number | null;
}

const READ = 200;

/** The next items from `from` on that have no answer, in the order of the import. */
export async function findOpen(
  { storage }: Services,
  session: ProjectSession,
  from: number,
  count: number,
): Promise<OpenItems> {
  const found: Item[] = [];
  const total = await storage.items.count(session.id);
  for (let at = from; at < total; at += READ) {
    const read = await storage.items.range(session.id, at, Math.min(total, at + READ));
    for (const item of read) {
      if (item.given !== null || session.state.peek().labels.has(item.id)) continue;
      if (found.length === count) return { items: found, next: item.ordinal };
      found.push(item);
    }
  }
  return { items: found, next: null };
}
