/** Files of a ZIP whose table of contents is lost: searched for from its start to where it breaks. */
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import type { Entry, EntryControl } from './entries.ts';
import { createLimits, type EntryLimits } from './entry-limits.ts';

const SLICE_BYTES = 1_048_576;

export async function* scanEntries(
  blob: Blob,
  { between }: EntryControl,
): AsyncGenerator<Entry, void> {
  const ready: Entry[] = [];
  const limits = createLimits(blob.size);
  const unzipper = new Unzip((file) => take(file, { ready, limits }));
  unzipper.register(UnzipInflate);
  for (let at = 0; at < blob.size; at += SLICE_BYTES) {
    const end = Math.min(at + SLICE_BYTES, blob.size);
    const bytes = new Uint8Array(await blob.slice(at, end).arrayBuffer());
    try {
      unzipper.push(bytes, end === blob.size);
    } catch (error) {
      const reason = `the archive is damaged here (${(error as Error).message}); what came before went in`;
      yield* ready.splice(0);
      yield { kind: 'bad', name: 'ZIP', reason };
      return;
    }
    yield* ready.splice(0);
    if (!(await between(end))) return;
  }
}

interface Taking {
  readonly ready: Entry[];
  readonly limits: EntryLimits;
}

function take(file: UnzipFile, { ready, limits }: Taking): void {
  const { name } = file;
  const bad = (reason: string): void => {
    ready.push({ kind: 'bad', name, reason });
  };
  const admitted = limits.admit(name);
  if (admitted === 'skip') return;
  if (admitted !== 'take') {
    bad(admitted.reason);
    return;
  }
  let chunks: Uint8Array[] = [];
  let size = 0;
  let isOver = false;
  file.ondata = (error, chunk, isLast) => {
    if (isOver) return;
    const trap = error
      ? `it cannot be unpacked (${error.message})`
      : limits.trapOf(size + chunk.length);
    if (trap) {
      isOver = true;
      limits.count(size);
      chunks = [];
      file.terminate();
      bad(trap);
      return;
    }
    size += chunk.length;
    chunks.push(chunk);
    if (!isLast) return;
    limits.count(size);
    ready.push({ kind: 'file', name, blob: new Blob(chunks as Uint8Array<ArrayBuffer>[]) });
    chunks = [];
  };
  file.start();
}
