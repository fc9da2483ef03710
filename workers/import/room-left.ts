/** Imports stop before the disk is full, so that labels can always be saved. */
import type { Storage } from '../../src/storage/api.ts';
import { ImportFailure } from './failure.ts';

/** Share of the space the browser gives that is kept free for labels. */
const KEPT_FREE = 0.05;
/** What a byte of file becomes on the disk: item, indexes, and features learned from it. */
const GROWTH = 4;
const MEGABYTE = 1_000_000;

/** Throws when `bytes` of file would leave too little room. A browser that tells no quota is trusted. */
export async function needRoomFor(storage: Storage, bytes: number): Promise<void> {
  const { usedBytes, quotaBytes } = await storage.use();
  if (quotaBytes <= 0) return;
  const free = Math.max(0, quotaBytes * (1 - KEPT_FREE) - usedBytes);
  const needed = bytes * GROWTH;
  if (needed <= free) return;
  throw new ImportFailure(
    'storage',
    `There is not enough space for this import: about ${inMegabytes(needed)} are needed, ${inMegabytes(free)} are free. ` +
      'Remove old projects or checkpoints, free space on the device, or import a smaller file. Nothing was imported; your labels are safe.',
  );
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / MEGABYTE).toLocaleString('en')} MB`;
}
