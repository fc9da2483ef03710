/**
 * Files behind the sources: a ZIP gives the files in it, anything else itself. Read as a stream, so
 * that a large archive is never whole in memory. What cannot be taken is told with its name.
 */
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import type { SourceInput } from '../api.ts';

export type Entry =
  | { readonly kind: 'file'; readonly name: string; readonly blob: Blob }
  | { readonly kind: 'bad'; readonly name: string; readonly reason: string };

const SLICE_BYTES = 1_048_576;
const MEGABYTE = 1_048_576;
/** A single file beyond this is no item; all of them together beyond that are no import. */
const MAX_FILE_BYTES = 256 * MEGABYTE;
const MAX_TOTAL_BYTES = 4_096 * MEGABYTE;
/** Pictures and sounds hardly shrink; what unpacks to so many times its size is a trap. */
const MAX_RATIO = 200;
const MAX_FILES = 200_000;

export interface EntryControl {
  /** Called between slices with the bytes read so far; false stops. */
  readonly between: (bytesRead: number) => Promise<boolean>;
}

export async function* readEntries(
  sources: readonly SourceInput[],
  { between }: EntryControl,
): AsyncGenerator<Entry> {
  let before = 0;
  for (const { name, blob } of sources) {
    if (await isZip(blob)) {
      const control = { between: (read: number) => between(before + read) };
      for await (const entry of unzipped(blob, control)) yield entry;
    } else if (!isHidden(name)) {
      yield { kind: 'file', name, blob };
    }
    before += blob.size;
    if (!(await between(before))) return;
  }
}

export async function isZip(blob: Blob): Promise<boolean> {
  const [p, k, three, four] = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
  return p === 0x50 && k === 0x4b && three === 3 && four === 4;
}

async function* unzipped(blob: Blob, { between }: EntryControl): AsyncGenerator<Entry> {
  const ready: Entry[] = [];
  const state = { files: 0, total: 0 };
  const unzipper = new Unzip((file) => take(file, { ready, state, packed: blob.size }));
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
  readonly state: { files: number; total: number };
  /** Bytes of the whole archive as it lies there. */
  readonly packed: number;
}

function take(file: UnzipFile, { ready, state, packed }: Taking): void {
  const { name } = file;
  if (name.endsWith('/') || isHidden(name)) return;
  const bad = (reason: string): void => {
    ready.push({ kind: 'bad', name, reason });
  };
  if (isOutside(name)) {
    bad('its name points outside the archive');
    return;
  }
  state.files += 1;
  if (state.files > MAX_FILES) {
    if (state.files === MAX_FILES + 1)
      bad(`the archive holds more than ${MAX_FILES} files; import it in parts`);
    return;
  }
  let chunks: Uint8Array[] = [];
  let size = 0;
  file.ondata = (error, chunk, isLast) => {
    if (error) {
      bad(`it cannot be unpacked (${error.message})`);
      return;
    }
    size += chunk.length;
    state.total += chunk.length;
    const trap = trapOf(size, state.total, packed);
    if (trap) {
      chunks = [];
      file.terminate();
      bad(trap);
      return;
    }
    chunks.push(chunk);
    if (!isLast) return;
    ready.push({ kind: 'file', name, blob: new Blob(chunks as Uint8Array<ArrayBuffer>[]) });
    chunks = [];
  };
  file.start();
}

function trapOf(size: number, total: number, packed: number): string | null {
  if (size > MAX_FILE_BYTES) return `it unpacks to more than ${MAX_FILE_BYTES / MEGABYTE} MB`;
  if (total > MAX_TOTAL_BYTES)
    return `the archive unpacks to more than ${MAX_TOTAL_BYTES / MEGABYTE} MB; import it in parts`;
  if (size > MEGABYTE && total > MAX_RATIO * packed)
    return `the archive unpacks to more than ${MAX_RATIO} times its size, as traps do`;
  return null;
}

/** What systems put beside files, and files that begin with a dot. */
function isHidden(name: string): boolean {
  return (
    name.split('/').some((part) => part.startsWith('.') && part !== '..') ||
    name.startsWith('__MACOSX/')
  );
}

function isOutside(name: string): boolean {
  return name.startsWith('/') || /^[a-z]:/i.test(name) || name.split(/[/\\]/).includes('..');
}
