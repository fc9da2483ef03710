/** A network that a person brings for reading pictures: from chosen files to a stored one. */
import type { BlobHash, ImportId } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import {
  type ModelChoices,
  type ModelHeader,
  type NamedBytes,
  packModel,
  readModelFiles,
  unpackModel,
} from '../../modalities/image/pretrained/model-file.ts';
import { strings } from './strings.ts';

/** How `settings.encoder` names a stored network. */
const NETWORK = 'network:';
/** No import owns it: none that fails takes it along. */
const OWNER = 'settings' as ImportId;

export interface NetworkChoices extends ModelChoices {
  readonly files: readonly NamedBytes[];
  /** Hex SHA-256 that the files are to have, one after the other; '' = none was given. */
  readonly expected: string;
}

export type Stored =
  | { readonly encoder: string }
  /** In words for the person. */
  | { readonly problem: string };

/** Checks, packs and stores; the value for `settings.encoder`, or what is wrong with the files. */
export async function storeNetwork(
  { storage }: Pick<Services, 'storage'>,
  { id: projectId }: Pick<ProjectSession, 'id'>,
  { files, expected, ...choices }: NetworkChoices,
): Promise<Stored> {
  const filesHash = await hashOfFiles(files);
  const wanted = expected.trim().toLowerCase();
  if (wanted !== '' && wanted !== filesHash)
    return { problem: strings.settings.encoder.otherHash(filesHash) };
  const read = readModelFiles(files, { ...choices, filesHash });
  if ('problem' in read) return read;
  const bytes = packModel(read);
  const hash = await hashOf(bytes);
  const blob = new Blob([bytes], { type: 'application/octet-stream' });
  await storage.files.add([{ hash, blob }], { projectId, importId: OWNER });
  return { encoder: `${NETWORK}${hash}` };
}

/** The files that a person chose, as bytes. */
export function readFiles(files: readonly File[]): Promise<readonly NamedBytes[]> {
  return Promise.all(
    files.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

/** Hex SHA-256 of all of them, one after the other. */
export async function hashOfFiles(files: readonly NamedBytes[]): Promise<string> {
  return hashOf(new Uint8Array(await new Blob(files.map(({ bytes }) => bytes)).arrayBuffer()));
}

/** By the browser's own SHA-256, which does not hold up the page, where it has one. */
async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<BlobHash> {
  if (globalThis.crypto?.subtle) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') as BlobHash;
  }
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

export interface NetworkFacts
  extends Pick<ModelHeader, 'name' | 'licence' | 'filesHash' | 'source'> {
  readonly bytes: number;
}

/** What is known of a stored network. Rejects when its file is not on this device. */
export async function readNetwork(
  { media }: Pick<ProjectSession, 'media'>,
  hash: BlobHash,
): Promise<NetworkFacts> {
  const blob = await media.blob(hash);
  const { header } = unpackModel(new Uint8Array(await blob.arrayBuffer()));
  return { ...header, bytes: blob.size };
}
