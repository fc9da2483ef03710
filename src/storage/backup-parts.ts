/**
 * The parts of a backup by name, each read when it is asked for. Where the end of the file is lost,
 * and with it the table of contents, what is whole is searched for from the start.
 */
import { Unzip, UnzipInflate } from 'fflate';
import { openZip } from './zip/read-zip.ts';

export interface Part {
  /** Throws in plain words what is wrong with the part, after what could be read of it. */
  chunks(): AsyncIterable<Uint8Array<ArrayBuffer>>;
}

export interface Parts {
  readonly byName: ReadonlyMap<string, Part>;
  readonly damage: readonly string[];
}

const SLICE_BYTES = 1_048_576;

/** Throws an Error with words for the person when the file is no ZIP at all. */
export async function openParts(blob: Blob): Promise<Parts> {
  const [p, k] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  if (p !== 0x50 || k !== 0x4b) throw new Error('This file is not a ZIP, so it is no Hone backup.');
  const archive = await openZip(blob);
  if (!archive) return scan(blob);
  const parts = archive.entries.map((entry): [string, Part] => [
    entry.name,
    { chunks: () => archive.read(entry) },
  ]);
  return { byName: new Map(parts), damage: [] };
}

async function scan(blob: Blob): Promise<Parts> {
  const byName = new Map<string, Part>();
  const damage: string[] = [];
  const begun = new Set<string>();
  const broken = new Set<string>();
  const unzipper = new Unzip((file) => {
    begun.add(file.name);
    let chunks: Uint8Array<ArrayBuffer>[] = [];
    file.ondata = (error, chunk, isLast) => {
      if (error) {
        if (!broken.has(file.name))
          damage.push(`${file.name} cannot be unpacked (${error.message})`);
        broken.add(file.name);
        return;
      }
      chunks.push(chunk as Uint8Array<ArrayBuffer>);
      if (!isLast || broken.has(file.name)) return;
      const whole = new Blob(chunks);
      chunks = [];
      byName.set(file.name, { chunks: () => chunksOf(whole) });
    };
    file.start();
  });
  unzipper.register(UnzipInflate);
  try {
    for await (const [bytes, isLast] of slicesOf(blob)) unzipper.push(bytes, isLast);
  } catch (error) {
    damage.push(
      `the file is cut off or damaged (${(error as Error).message}); what came before was read`,
    );
  }
  for (const name of begun) {
    if (!byName.has(name) && !broken.has(name)) damage.push(`${name} is cut off`);
  }
  return { byName, damage };
}

async function* chunksOf(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const [bytes] of slicesOf(blob)) yield bytes;
}

async function* slicesOf(blob: Blob): AsyncGenerator<[Uint8Array<ArrayBuffer>, boolean]> {
  for (let at = 0; at < blob.size; at += SLICE_BYTES) {
    const slice = blob.slice(at, at + SLICE_BYTES);
    yield [new Uint8Array(await slice.arrayBuffer()), at + SLICE_BYTES >= blob.size];
  }
}
