/**
 * A browser killed in the middle of the first import of a project must not leave half a project.
 * The import holds a Web Lock and a mark on the device; whoever finds a mark without its lock
 * (`sweepAbandonedImports`) takes the half project out again.
 */
import type { ProjectId } from '../../domain/records.ts';
import type { Storage } from '../../storage/api.ts';

const MARKS_KEY = 'imports-under-way';
const MARKS_LOCK = 'hone-imports-under-way';
const lockName = (id: ProjectId): string => `hone-import-${id}`;

type GuardStorage = Pick<Storage, 'device' | 'projects'>;

/** Without Web Locks (an insecure origin) nothing can tell abandoned from running: no guard. */
const canLock = (): boolean => typeof navigator !== 'undefined' && 'locks' in navigator;

/** Runs the first import of a new project under guard; the mark goes when `run` settles. */
export async function guardNewProject<T>(
  storage: GuardStorage,
  id: ProjectId,
  run: () => Promise<T>,
): Promise<T> {
  if (!canLock()) return run();
  return navigator.locks.request(lockName(id), async () => {
    await changeMarks(storage, (marks) => [...marks.filter((mark) => mark !== id), id]);
    try {
      return await run();
    } finally {
      await changeMarks(storage, (marks) => marks.filter((mark) => mark !== id));
    }
  });
}

/** Removes new projects whose first import was cut off. Returns how many there were. */
export async function sweepAbandonedImports(storage: GuardStorage): Promise<number> {
  if (!canLock()) return 0;
  const marks = (await storage.device.get<readonly ProjectId[]>(MARKS_KEY)) ?? [];
  let removed = 0;
  for (const id of marks) {
    await navigator.locks.request(lockName(id), { ifAvailable: true }, async (lock) => {
      if (lock === null) return;
      await storage.projects.remove(id);
      await changeMarks(storage, (all) => all.filter((mark) => mark !== id));
      removed += 1;
    });
  }
  return removed;
}

async function changeMarks(
  storage: GuardStorage,
  change: (marks: readonly ProjectId[]) => readonly ProjectId[],
): Promise<void> {
  await navigator.locks.request(MARKS_LOCK, async () => {
    const marks = (await storage.device.get<readonly ProjectId[]>(MARKS_KEY)) ?? [];
    await storage.device.set(MARKS_KEY, change(marks));
  });
}
