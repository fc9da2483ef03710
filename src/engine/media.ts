/** Stored files of one open project, and object URLs of them that live as long as it is open. */
import type { ProjectId } from '../domain/records.ts';
import type { Media } from '../modalities/view-contract.ts';
import type { FileStore } from '../storage/api.ts';

export interface OpenMedia extends Media {
  close(): void;
}

/** More pictures than these are not kept at once: the oldest URL goes. */
const MOST_URLS = 600;

export function openMedia(files: FileStore, projectId: ProjectId): OpenMedia {
  const urls = new Map<string, Promise<string>>();
  const forget = (hash: string): void => {
    const url = urls.get(hash);
    urls.delete(hash);
    void url?.then(URL.revokeObjectURL, () => undefined);
  };
  const blob: Media['blob'] = async (hash) => {
    const found = await files.get(projectId, hash);
    if (!found) throw new Error('The file of this item is not on this device.');
    return found;
  };
  return {
    blob,
    url(hash) {
      const known = urls.get(hash);
      if (known) {
        urls.delete(hash);
        urls.set(hash, known);
        return known;
      }
      const made = blob(hash).then((one) => URL.createObjectURL(one));
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
