/** Stored checkpoints as the person knows them: named, without the deleted, newest first. Pure. */
import type { Checkpoint, CheckpointId } from '../../domain/records.ts';
import type { ProjectState } from '../../domain/state.ts';

type Named = Pick<ProjectState, 'checkpointNames' | 'deletedCheckpoints'>;

export function listCheckpoints(
  stored: readonly Checkpoint[],
  state: Named,
): readonly Checkpoint[] {
  return stored
    .filter((one) => !state.deletedCheckpoints.has(one.id))
    .map((one) => ({ ...one, name: state.checkpointNames.get(one.id) ?? one.name }))
    .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
}

/** Where it came from: a kept version, one that is gone, or nowhere. */
export type Lineage =
  | { readonly kind: 'root' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'parent'; readonly checkpoint: Checkpoint };

export function lineageOf(checkpoint: Checkpoint, all: readonly Checkpoint[]): Lineage {
  if (checkpoint.parent === null) return { kind: 'root' };
  const parent = findCheckpoint(all, checkpoint.parent);
  return parent === null ? { kind: 'lost' } : { kind: 'parent', checkpoint: parent };
}

export const findCheckpoint = (
  all: readonly Checkpoint[],
  id: CheckpointId | string | null,
): Checkpoint | null => all.find((one) => one.id === id) ?? null;
