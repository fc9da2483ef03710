/**
 * Files behind the sources: a ZIP gives the files in it, anything else itself. Taken one by one, so
 * that a large archive is never whole in memory. What cannot be taken is told with its name.
 */
import { openZip, type ZipArchive, type ZipEntry } from '../../src/storage/zip/read-zip.ts';
import type { SourceInput } from '../api.ts';
import { createLimits, type EntryLimits, isHidden } from './entry-limits.ts';
import { scanEntries } from './scan-entries.ts';

export type Entry =
  | { readonly kind: 'file'; readonly name: string; readonly blob: Blob }
  | { readonly kind: 'bad'; readonly name: string; readonly reason: string };

const SLICE_BYTES = 1_048_576;

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
      const archive = await openZip(blob);
      const entries = archive ? listed(archive, blob, control) : scanEntries(blob, control);
      for await (const entry of entries) yield entry;
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

async function* listed(
  archive: ZipArchive,
  blob: Blob,
  { between }: EntryControl,
): AsyncGenerator<Entry> {
  const limits = createLimits(blob.size);
  let told = 0;
  for (const entry of archive.entries) {
    const taken = await take(archive, entry, limits);
    if (taken) yield taken;
    const end = Math.min(entry.offset + entry.packed, blob.size);
    if (end - told < SLICE_BYTES) continue;
    told = end;
    if (!(await between(end))) return;
  }
}

/** Null for what is passed over. */
async function take(
  archive: ZipArchive,
  entry: ZipEntry,
  limits: EntryLimits,
): Promise<Entry | null> {
  const { name, size } = entry;
  const admitted = limits.admit(name);
  if (admitted === 'skip') return null;
  if (admitted !== 'take') return { kind: 'bad', name, ...admitted };
  // No more than it says is ever unpacked.
  const trap = limits.trapOf(size);
  if (trap) return { kind: 'bad', name, reason: trap };
  limits.count(size);
  try {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    for await (const chunk of archive.read(entry)) chunks.push(chunk);
    return { kind: 'file', name, blob: new Blob(chunks) };
  } catch (error) {
    return { kind: 'bad', name, reason: (error as Error).message };
  }
}
