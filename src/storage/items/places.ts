/** Places (ordinals) of a project's items, over rows and chunks alike: 0, 1, 2 ... without a gap. */
import type { ProjectId } from '../../domain/records.ts';
import type { TruthDatabase } from '../database.ts';

type Stretch = readonly [projectId: string, ordinal: number, count: number];

const all = (projectId: ProjectId) =>
  [
    [projectId, 0],
    [projectId, Infinity],
  ] as const;

export function rowsOf(database: TruthDatabase, projectId: ProjectId) {
  return database.items.where('[projectId+ordinal]').between(...all(projectId));
}

export function chunksOf(database: TruthDatabase, projectId: ProjectId) {
  return database.itemChunks.where('[projectId+ordinal+count]').between(...all(projectId));
}

/** Also the number of items. Read from the indexes alone. */
export async function nextOrdinal(database: TruthDatabase, projectId: ProjectId): Promise<number> {
  const [row] = await rowsOf(database, projectId).reverse().limit(1).keys();
  const [chunk] = await chunksOf(database, projectId).reverse().limit(1).keys();
  const afterRows = row === undefined ? 0 : (row as unknown as Stretch)[1] + 1;
  const [, ordinal, count] = (chunk ?? ['', 0, 0]) as unknown as Stretch;
  return Math.max(afterRows, ordinal + count);
}

/** Items that came in beside an import that was taken back move up. */
export async function closeGaps(database: TruthDatabase, projectId: ProjectId): Promise<void> {
  let next = 0;
  for (const { ordinal, count, move } of await stretchesOf(database, projectId)) {
    if (ordinal !== next) await move(next);
    next += count;
  }
}

interface Movable {
  readonly ordinal: number;
  readonly count: number;
  readonly move: (to: number) => PromiseLike<unknown>;
}

async function stretchesOf(
  database: TruthDatabase,
  projectId: ProjectId,
): Promise<readonly Movable[]> {
  const rowKeys = await rowsOf(database, projectId).keys();
  const rowIds = await rowsOf(database, projectId).primaryKeys();
  const chunkKeys = await chunksOf(database, projectId).keys();
  const chunkIds = await chunksOf(database, projectId).primaryKeys();
  const rows = rowIds.map(
    (id, i): Movable => ({
      ordinal: (rowKeys[i] as unknown as Stretch)[1],
      count: 1,
      move: (ordinal) => database.items.update(id, { ordinal }),
    }),
  );
  const chunks = chunkIds.map((id, i): Movable => {
    const [, at, count] = chunkKeys[i] as unknown as Stretch;
    const move = (ordinal: number) => database.itemChunks.update(id, { ordinal });
    return { ordinal: at, count, move };
  });
  return [...rows, ...chunks].sort((a, b) => a.ordinal - b.ordinal);
}
