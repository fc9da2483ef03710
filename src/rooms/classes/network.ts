/** A network that a person brings for reading pictures: from chosen files to a stored one. */
import type { BlobHash, ImportId } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import {
  type ModelChoices,
  type ModelHeader,
  packModel,
  readModelFiles,
  unpackModel,
} from '../../modalities/image/pretrained/model-file.ts';

/** How `settings.encoder` names a stored network. */
const NETWORK = 'network:';
/** No import owns it: none that fails takes it along. */
const OWNER = 'settings' as ImportId;

export type Stored =
  | { readonly encoder: string }
  /** In words for the person. */
  | { readonly problem: string };

/** Checks, packs and stores; the value for `settings.encoder`, or what is wrong with the files. */
export async function storeNetwork(
  { storage }: Pick<Services, 'storage'>,
  { id: projectId }: Pick<ProjectSession, 'id'>,
  { files, ...choices }: ModelChoices & { readonly files: readonly File[] },
): Promise<Stored> {
  const named = await Promise.all(
    files.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  const read = readModelFiles(named, choices);
  if ('problem' in read) return read;
  const bytes = packModel(read);
  const hash = await hashOf(bytes);
  const blob = new Blob([bytes], { type: 'application/octet-stream' });
  await storage.files.add([{ hash, blob }], { projectId, importId: OWNER });
  return { encoder: `${NETWORK}${hash}` };
}

async function hashOf(bytes: Uint8Array): Promise<BlobHash> {
  const [{ sha256 }, { bytesToHex }] = await Promise.all([
    import('@noble/hashes/sha2.js'),
    import('@noble/hashes/utils.js'),
  ]);
  return bytesToHex(sha256(bytes)) as BlobHash;
}

/** Null where Hone reads the pictures itself. */
export function networkHash(encoder: string | undefined): BlobHash | null {
  return encoder?.startsWith(NETWORK) ? (encoder.slice(NETWORK.length) as BlobHash) : null;
}

export interface NetworkFacts extends Pick<ModelHeader, 'name' | 'licence' | 'scale' | 'kind'> {
  readonly bytes: number;
}

/** What is known of a stored network. Rejects when its file is not on this device. */
export async function readNetwork(
  { media }: Pick<ProjectSession, 'media'>,
  hash: BlobHash,
): Promise<NetworkFacts> {
  const blob = await media.blob(hash);
  const { header } = unpackModel(new Uint8Array(await blob.arrayBuffer()));
  const { name, licence, scale, kind } = header;
  return { name, licence, scale, kind, bytes: blob.size };
}
