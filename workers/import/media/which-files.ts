/** Whether sources are an import of pictures or recordings, and why a single file is not part of it. */
import type { SourceInput } from '../../api.ts';
import { readEntries } from '../entries.ts';
import { recogniseMedia } from './index.ts';

/** Notes, lists and leftovers lie before the first picture or recording, but not more of them than that. */
const LOOKED_AT = 50;

/** The modality of the first picture or recording; null when there is none early on: then it is text. */
export async function modalityOfFiles(sources: readonly SourceInput[]): Promise<string | null> {
  let looked = 0;
  for await (const entry of readEntries(sources, { between: async () => looked < LOOKED_AT })) {
    if (looked >= LOOKED_AT) return null;
    looked += 1;
    if (entry.kind === 'bad') continue;
    const modality = await recogniseMedia(entry.name, entry.blob);
    if (modality !== null) return modality;
  }
  return null;
}

export interface NamedFile {
  readonly name: string;
  readonly blob: Blob;
}

/** Null when the file belongs to an import of this modality; else what is told beside its name. */
export async function whyNotOf(modality: string, file: NamedFile): Promise<string | null> {
  if (file.blob.size === 0) return 'it is empty';
  if ((await recogniseMedia(file.name, file.blob)) === modality) return null;
  return `it is no ${modality} that Hone knows`;
}
