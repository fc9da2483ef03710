/** The learner's state on disk: a cache that makes reopening instant, never the truth. */
import type { ClassId, EventId, ItemId, ProjectId } from '../../../src/domain/records.ts';
import type { CalibrationMap } from '../../../src/domain/trust/calibration/map.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type { LearnerStatus } from '../../api.ts';
import type { HeadSnapshot } from '../learner.ts';
import type { ReadProblem } from './inputs.ts';

/** Also read by the export of predictions (`workers/import`). */
export interface LiveModel {
  readonly classIds: readonly ClassId[];
  readonly rows: number;
  /** The rows are only some of the items, and not in their order: `pool/score-blocks.ts` has all. Absent = false. */
  readonly isSample?: boolean;
  /** Shape [rows x classes], row = item ordinal. */
  readonly probabilities: Float32Array;
  /** Rows that are blank because their item could not be read: what stands there means nothing. Absent = none. */
  readonly unread?: ReadonlyMap<number, ReadProblem>;
  /** Of the probabilities. Absent = as the model says them. */
  readonly calibration?: CalibrationMap;
  readonly learnedUpTo: EventId | null;
  readonly fingerprint: string;
  readonly snapshot: HeadSnapshot;
}

export async function readLive(
  storage: Storage,
  projectId: ProjectId,
): Promise<LiveModel | undefined> {
  return storage.caches.get<LiveModel>(projectId, 'live');
}

export async function readStatus(
  storage: Storage,
  projectId: ProjectId,
): Promise<LearnerStatus | undefined> {
  return storage.caches.get<LearnerStatus>(projectId, 'status');
}

/** Small and often: what the other tabs follow and what the next start paints first. */
export async function writeStatus(storage: Storage, status: LearnerStatus): Promise<void> {
  await storage.caches.set(status.projectId, 'status', status);
}

/** Large and rarely: the weights and the whole pool's probabilities. */
export async function writeLive(
  storage: Storage,
  projectId: ProjectId,
  live: LiveModel,
): Promise<void> {
  await storage.caches.set(projectId, 'live', live);
}

export function rowsById(ids: readonly ItemId[]): ReadonlyMap<ItemId, number> {
  return new Map(ids.map((id, row) => [id, row]));
}

/** A snapshot fits when the feature columns and the classes are the same, in the same order. */
export function fitsFeatures(
  live: Pick<LiveModel, 'fingerprint' | 'classIds'>,
  fingerprint: string,
  classIds: readonly ClassId[],
): boolean {
  return live.fingerprint === fingerprint && live.classIds.join() === classIds.join();
}
