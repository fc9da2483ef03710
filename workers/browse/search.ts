/** Looking for words in many items, a slice at a time, so that a newer search can end an older one. */
import { hasAll } from '../../src/domain/browse/needles.ts';
import { CHUNK_ROWS, type ItemTable } from './item-table.ts';

const SLICE_MS = 12;

export interface SearchInput {
  readonly table: Pick<ItemTable, 'texts'>;
  /** Ascending rows to look through. */
  readonly rows: Uint32Array;
  readonly needles: readonly string[];
  readonly isCancelled: () => boolean;
}

/** The rows that have all the words, ascending; null when it was cancelled. */
export async function searchRows(input: SearchInput): Promise<Uint32Array | null> {
  const { table, rows, needles, isCancelled } = input;
  const found = new Uint32Array(rows.length);
  let count = 0;
  let chunk = -1;
  let texts: readonly string[] = [];
  let until = performance.now() + SLICE_MS;
  for (const row of rows) {
    const own = Math.floor(row / CHUNK_ROWS);
    if (own !== chunk) {
      chunk = own;
      texts = await table.texts(chunk);
      if (performance.now() > until) {
        await nextTurn();
        until = performance.now() + SLICE_MS;
      }
      if (isCancelled()) return null;
    }
    if (hasAll(texts[row % CHUNK_ROWS] ?? '', needles)) found[count++] = row;
  }
  return found.slice(0, count);
}

/** Messages that have arrived are heard before the work goes on. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
