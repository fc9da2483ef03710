/** Commands about stored models. The weights lie in storage; here is only what the person decided. */
import type { CheckpointId, EventId } from '../records.ts';
import type { ProjectState } from '../state.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export interface RecordCheckpoint {
  readonly type: 'record-checkpoint';
  readonly checkpointId: CheckpointId;
  readonly name: string;
}

export interface RenameCheckpoint {
  readonly type: 'rename-checkpoint';
  readonly checkpointId: CheckpointId;
  readonly name: string;
}

export interface DeleteCheckpoint {
  readonly type: 'delete-checkpoint';
  readonly checkpointId: CheckpointId;
}

export interface RollBack {
  readonly type: 'roll-back';
  readonly checkpointId: CheckpointId;
  /** The newest event the checkpoint had learned. */
  readonly upTo: EventId | null;
}

export function recordCheckpoint(
  state: ProjectState,
  { checkpointId, name }: RecordCheckpoint,
  context: CommandContext,
): Decision {
  if (name.trim() === '') return refuse('A checkpoint needs a name.');
  const body = {
    type: 'checkpoint-saved',
    checkpointId,
    name: name.trim(),
  } as const;
  return accept(state.project.id, context, body);
}

export function renameCheckpoint(
  state: ProjectState,
  { checkpointId, name }: RenameCheckpoint,
  context: CommandContext,
): Decision {
  if (name.trim() === '') return refuse('A checkpoint needs a name.');
  const body = {
    type: 'checkpoint-renamed',
    checkpointId,
    name: name.trim(),
  } as const;
  return accept(state.project.id, context, body);
}

export function deleteCheckpoint(
  state: ProjectState,
  { checkpointId }: DeleteCheckpoint,
  context: CommandContext,
): Decision {
  if (state.deletedCheckpoints.has(checkpointId))
    return refuse('This checkpoint is already deleted.');
  return accept(state.project.id, context, {
    type: 'checkpoint-deleted',
    checkpointId,
  });
}

/** Answers between the checkpoint and now are set aside by the learner; undo brings them back. */
export function rollBack(
  state: ProjectState,
  { checkpointId, upTo }: RollBack,
  context: CommandContext,
): Decision {
  return accept(state.project.id, context, {
    type: 'rolled-back',
    checkpointId,
    upTo,
  });
}
