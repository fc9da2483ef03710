/** The live model of a session, to and from the disk. */
import type { Checkpoint } from '../../../src/domain/records.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type { LearnSession } from './learn-session.ts';
import { fitsFeatures, readLive, writeLive } from './persistence.ts';

/** Begins where the model stood last, if features and classes are still the same. */
export async function restoreLive(storage: Storage, session: LearnSession): Promise<void> {
  const { status, encoded, labels, learner } = session;
  const live = await readLive(storage, status.projectId);
  if (live && fitsFeatures(live, encoded.fingerprint, labels.classIds))
    learner.restore(live.snapshot);
}

export async function storeLive(storage: Storage, session: LearnSession): Promise<void> {
  const { status, encoded, labels, learner } = session;
  await writeLive(storage, status.projectId, {
    classIds: labels.classIds,
    rows: encoded.ids.length,
    isSample: encoded.sampled !== null,
    probabilities: learner.probabilities,
    unread: encoded.unread,
    calibration: session.calibration,
    learnedUpTo: status.learnedUpTo,
    fingerprint: encoded.fingerprint,
    snapshot: learner.snapshot(),
  });
}

export async function newestCheckpoint(
  storage: Storage,
  { status }: LearnSession,
): Promise<Checkpoint | null> {
  const all = await storage.checkpoints.list(status.projectId);
  return all.reduce<Checkpoint | null>(
    (best, one) => (best && best.createdAt >= one.createdAt ? best : one),
    null,
  );
}
