import type { BlobHash } from '../domain/records.ts';

/** Where the small copy of a picture lies among a project's caches: it can be thrown away and is made again. */
export function thumbnailKey(hash: BlobHash): string {
  return `thumbnail-${hash}`;
}
