/** Imports stop before the disk is full, so that labels can always be saved. */
import type { Storage } from '../../src/storage/api.ts';
import type { SourceInput } from '../api.ts';
import { ImportFailure } from './failure.ts';

/** Share of the space the browser gives that is kept free for labels. */
const KEPT_FREE = 0.05;
/** What a byte of file becomes on the disk: item, indexes, and features learned from it. */
const GROWTH = 4;
/** Pictures, and recordings that come as plain samples, are stored about as they are. */
const KEPT_AS_IT_IS = 1.2;
/** Compressed sound is stored as plain samples. */
const UNPACKED_SOUND = 6;
/** An archive of recordings: what is in it is seen only while it is read. */
const ARCHIVED_SOUND = 2;
const MEGABYTE = 1_000_000;

/** Bytes on the disk that an import of these sources takes, about. */
export function roomNeeded(modality: string, sources: readonly SourceInput[]): number {
  return sources.reduce((sum, source) => sum + source.blob.size * growthOf(modality, source), 0);
}

function growthOf(modality: string, { name }: SourceInput): number {
  if (modality === 'image') return KEPT_AS_IT_IS;
  if (modality !== 'sound') return GROWTH;
  if (/\.zip$/i.test(name)) return ARCHIVED_SOUND;
  return /\.(wav|wave|flac)$/i.test(name) ? KEPT_AS_IT_IS : UNPACKED_SOUND;
}

/** Throws when `needed` bytes would leave too little room. A browser that tells no quota is trusted. */
export async function needRoomFor(storage: Pick<Storage, 'use'>, needed: number): Promise<void> {
  const { usedBytes, quotaBytes } = await storage.use();
  if (quotaBytes <= 0) return;
  const free = Math.max(0, quotaBytes * (1 - KEPT_FREE) - usedBytes);
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
