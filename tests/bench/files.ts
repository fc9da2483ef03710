/** Pictures and recordings of the bench go in as a person's would: through the app's own import. */

import type { ItemContent, ProjectId } from '../../src/domain/records.ts';
import { createImporter } from '../../src/engine/importer.ts';
import { decodeSound } from '../../src/rooms/shared/decode-sound.ts';
import type { Storage, StoredFile } from '../../src/storage/api.ts';

export interface ImportedFile {
  readonly content: ItemContent;
  readonly file: StoredFile;
}

export interface ImportFilesRequest {
  readonly storage: Storage;
  readonly projectId: ProjectId;
  readonly modality: string;
  readonly url: string;
  readonly importerUrl: string;
}

/** Imports everything into a project of its own; by path. Rejects with the import's own words. */
export async function importFiles(
  request: ImportFilesRequest,
): Promise<ReadonlyMap<string, ImportedFile>> {
  const { storage, projectId, modality, url, importerUrl } = request;
  const blob = await (await fetch(url)).blob();
  const importer = createImporter(() => new Worker(importerUrl, { type: 'module' }));
  const outcome = await importer.run(
    [{ name: 'bench.zip', blob }],
    {
      projectId,
      modality,
      options: {},
      roles: { file: 'content', folder: 'ignore' },
      labelSeparator: null,
      duplicates: 'keep',
      classes: {},
    },
    () => undefined,
    decodeSound,
  );
  importer.dispose();
  if (!outcome.ok) throw new Error(outcome.error.message);
  const found = new Map<string, ImportedFile>();
  for (const item of await storage.items.range(projectId, 0, Infinity)) {
    const { content, externalId } = item;
    if (externalId === null || !('blob' in content)) continue;
    const file = await storage.files.get(projectId, content.blob);
    if (file) found.set(externalId, { content, file: { hash: content.blob, blob: file } });
  }
  return found;
}
