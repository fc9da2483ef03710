/**
 * Probabilities of every item of a project whose learner holds only a sample, kept on the disk in
 * blocks of places; each says which model it is from. A cache: what is missing is scored again.
 */
import type { ClassId, EventId, ProjectId } from '../../../../src/domain/records.ts';
import type { Storage } from '../../../../src/storage/api.ts';

export const BLOCK_ITEMS = 8_192;

export interface ScoreBlock {
  readonly classIds: readonly ClassId[];
  /** Place of the first item. */
  readonly first: number;
  /** Shape [items x classes]. */
  readonly probabilities: Float32Array;
  /** The newest event that the model had learned. */
  readonly learnedUpTo: EventId | null;
}

type Caches = Pick<Storage, 'caches'>;

const keyOf = (place: number): string => `scores-${Math.floor(place / BLOCK_ITEMS)}`;

/** The block in which the item at this place lies, if it was scored for these classes. */
export async function readBlock(
  { caches }: Caches,
  projectId: ProjectId,
  { place, classIds }: { readonly place: number; readonly classIds: readonly ClassId[] },
): Promise<ScoreBlock | undefined> {
  const block = await caches.get<ScoreBlock>(projectId, keyOf(place));
  return block?.classIds.join() === classIds.join() ? block : undefined;
}

export async function writeBlock(
  { caches }: Caches,
  projectId: ProjectId,
  block: ScoreBlock,
): Promise<void> {
  await caches.set(projectId, keyOf(block.first), block);
}
