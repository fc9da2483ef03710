/** Stored files of one open project, and object URLs of them that live as long as it is open. */
import type { Outcome } from '../../workers/api.ts';
import type { BlobHash, ProjectId } from '../domain/records.ts';
import type { Media } from '../modalities/view-contract.ts';
import type { Storage } from '../storage/api.ts';
import { thumbnailKey } from '../storage/thumbnail-key.ts';
import { createObjectUrls } from './object-urls.ts';
import { stillOf } from './still.ts';

export interface OpenMedia extends Media {
  close(): void;
}

export interface MediaParts {
  readonly storage: Pick<Storage, 'files' | 'caches'>;
  readonly projectId: ProjectId;
  /** Makes a small copy that is not kept yet, in a worker. */
  readonly makeThumbnail: (projectId: ProjectId, hash: BlobHash) => Promise<Outcome<Blob>>;
}

export function openMedia({ storage, projectId, makeThumbnail }: MediaParts): OpenMedia {
  const blob: Media['blob'] = async (hash) => {
    const found = await storage.files.get(projectId, hash);
    if (!found) throw new Error('The file of this item is not on this device.');
    return found;
  };
  const smallBlob = async (hash: BlobHash): Promise<Blob> => {
    const kept = await storage.caches
      .get<Blob>(projectId, thumbnailKey(hash))
      .catch(() => undefined);
    if (kept) return kept;
    const made = await makeThumbnail(projectId, hash);
    // Where no small copy can be made, the whole picture shows the same, only slower.
    return made.ok ? made.value : blob(hash);
  };
  const whole = createObjectUrls(async (hash) => stillOf(await blob(hash)));
  const small = createObjectUrls(smallBlob);
  return {
    blob,
    url: whole.of,
    thumbnail: small.of,
    close() {
      whole.close();
      small.close();
    },
  };
}
