/** Object URLs of stored files: asked twice, the same; the one not asked for the longest goes first. */
import type { BlobHash } from '../domain/records.ts';

/** More than these are not kept at once. */
const MOST_URLS = 600;

export interface ObjectUrls {
  /** Rejects as `read` does; then the next call reads again. */
  of(hash: BlobHash): Promise<string>;
  close(): void;
}

export function createObjectUrls(read: (hash: BlobHash) => Promise<Blob>): ObjectUrls {
  const urls = new Map<BlobHash, Promise<string>>();
  const forget = (hash: BlobHash): void => {
    const url = urls.get(hash);
    urls.delete(hash);
    void url?.then(URL.revokeObjectURL, () => undefined);
  };
  return {
    of(hash) {
      const known = urls.get(hash);
      if (known) {
        urls.delete(hash);
        urls.set(hash, known);
        return known;
      }
      const made = read(hash).then((one) => URL.createObjectURL(one));
      made.catch(() => urls.delete(hash));
      urls.set(hash, made);
      const oldest = urls.keys().next().value;
      if (urls.size > MOST_URLS && oldest !== undefined) forget(oldest);
      return made;
    },
    close() {
      for (const hash of [...urls.keys()]) forget(hash);
    },
  };
}
