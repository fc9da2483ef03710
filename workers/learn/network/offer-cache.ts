/** What was trained and is on offer, kept until the person decides: a cache, so it may be lost. */
import type { ProjectId } from '../../../src/domain/records.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type { NetworkKind, NetworkOffer } from '../../api.ts';

type Files = Partial<Record<NetworkKind, string>>;

export async function writeOffer(
  storage: Storage,
  projectId: ProjectId,
  { offer, files }: { readonly offer: NetworkOffer; readonly files: Files },
): Promise<void> {
  await storage.caches.setMany(projectId, { 'network-offer': offer, 'network-files': files });
}

export async function dropOffer(storage: Storage, projectId: ProjectId): Promise<void> {
  await storage.caches.setMany(projectId, { 'network-offer': null, 'network-files': {} });
}

export async function readOffer(
  storage: Storage,
  projectId: ProjectId,
): Promise<NetworkOffer | null> {
  return (await storage.caches.get<NetworkOffer | null>(projectId, 'network-offer')) ?? null;
}

/** The text of its file; undefined when it is gone. */
export async function readOffered(
  storage: Storage,
  projectId: ProjectId,
  kind: NetworkKind,
): Promise<string | undefined> {
  return (await storage.caches.get<Files>(projectId, 'network-files'))?.[kind];
}
