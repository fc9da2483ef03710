/** Checkpoints of an open session: on demand, and by themselves every so many answers. */
import { ulid } from 'ulid';
import type { Checkpoint, CheckpointId } from '../../../src/domain/records.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { AUTOMATIC_EVERY, pruneAutomatic, storeCheckpoint } from './checkpoints.ts';
import type { LearnSession } from './learn-session.ts';
import { measureAudit } from './quality.ts';

export interface CheckpointRequest {
  readonly storage: Storage;
  readonly session: LearnSession;
  readonly id: CheckpointId;
  readonly name: string;
  readonly reason: Checkpoint['reason'];
}

export async function saveCheckpoint(request: CheckpointRequest): Promise<Checkpoint> {
  const { storage, session, id, name, reason } = request;
  const { status, labels, encoded, encoder, learner, state } = session;
  const checkpoint = await storeCheckpoint(
    storage,
    {
      id,
      projectId: status.projectId,
      name,
      createdAt: Date.now(),
      parent: status.checkpoint,
      reason,
      learnedUpTo: status.learnedUpTo,
      labels: labels.training.length,
      metrics: measureAudit({
        audit: labels.audit,
        probabilities: learner.probabilities,
        classIds: labels.classIds,
        mode: state.project.mode,
      }),
      backend: session.engine.id,
      encoder: encoder.id,
    },
    { snapshot: learner.snapshot(), classIds: labels.classIds, fingerprint: encoded.fingerprint },
  );
  session.noteCheckpoint(id);
  return checkpoint;
}

/** Saves one when enough answers came since the last; called while the person is not waiting. */
export async function automaticCheckpoint(storage: Storage, session: LearnSession): Promise<void> {
  const { training } = session.labels;
  const due = session.labelsAtCheckpoint + AUTOMATIC_EVERY;
  if (training.length < due) return;
  const checkpoint = await saveCheckpoint({
    storage,
    session,
    id: ulid() as CheckpointId,
    name: `After ${training.length} labels`,
    reason: 'automatic',
  });
  await pruneAutomatic(storage, checkpoint);
}
