/** Storing the model of this moment, and comparing two stored ones. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Checkpoint, CheckpointId } from '../../../src/domain/records.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type { HeadSnapshot } from '../learner.ts';

/** Stored beside a checkpoint: all it takes to predict again on this project. */
export interface StoredModel {
  readonly snapshot: HeadSnapshot;
  readonly classIds: readonly string[];
  readonly fingerprint: string;
}

/** Automatic checkpoints come every so many answers; only the newest ones are kept. */
export const AUTOMATIC_EVERY = 25;
export const AUTOMATIC_KEPT = 12;

export async function storeCheckpoint(
  storage: Storage,
  description: Omit<Checkpoint, 'sizeBytes' | 'hash'>,
  model: StoredModel,
): Promise<Checkpoint> {
  const bytes = snapshotBytes(model.snapshot);
  const checkpoint: Checkpoint = {
    ...description,
    sizeBytes: bytes.reduce((sum, part) => sum + part.byteLength, 0),
    hash: hashOf(bytes),
  };
  await storage.checkpoints.save(checkpoint, model);
  return checkpoint;
}

/** Automatic checkpoints beyond the kept number go, oldest first; asked-for ones stay. */
export async function pruneAutomatic(storage: Storage, newest: Checkpoint): Promise<void> {
  const all = await storage.checkpoints.list(newest.projectId);
  const automatic = all
    .filter((checkpoint) => checkpoint.reason === 'automatic')
    .sort((a, b) => b.createdAt - a.createdAt);
  for (const old of automatic.slice(AUTOMATIC_KEPT)) await storage.checkpoints.remove(old.id);
}

export async function loadModel(
  storage: Storage,
  id: CheckpointId,
): Promise<StoredModel | undefined> {
  return (await storage.checkpoints.weights(id)) as StoredModel | undefined;
}

function snapshotBytes(snapshot: HeadSnapshot): Uint8Array[] {
  return Object.values(snapshot).flatMap((part: unknown) =>
    ArrayBuffer.isView(part) ? [new Uint8Array(part.buffer, part.byteOffset, part.byteLength)] : [],
  );
}

function hashOf(parts: readonly Uint8Array[]): string {
  const hash = sha256.create();
  for (const part of parts) hash.update(part);
  return bytesToHex(hash.digest());
}
