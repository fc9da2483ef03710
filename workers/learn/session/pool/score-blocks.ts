/**
 * Probabilities of every item of a project whose learner holds only a sample, kept on the disk in
 * blocks of places; each says which model it is from. A cache: what is missing is scored again.
 */
import type { ClassId, EventId, ProjectId } from '../../../../src/domain/records.ts';
import type { Storage } from '../../../../src/storage/api.ts';
import type { ReadProblem } from '../inputs.ts';

export const BLOCK_ITEMS = 8_192;

export interface ScoreBlock {
  readonly classIds: readonly ClassId[];
  /** Place of the first item. */
  readonly first: number;
  /** Shape [items x classes]. */
  readonly probabilities: Float32Array;
  /** Places of items that could not be read: what stands there means nothing. Absent = none. */
  readonly unread?: ReadonlyMap<number, ReadProblem>;
  /** The model had learned all up to this event; some of the items may have been scored by a later one. */
  readonly learnedUpTo: EventId | null;
}

/** How far the passes over all items are: the next opening goes on from there. */
export interface PassMark {
  /** Of the number of items and the classes: scores of others are of no use. */
  readonly key: string;
  /** Answers learned when the pass began. */
  readonly answers: number;
  /** Items scored, a multiple of `BLOCK_ITEMS`; null = the pass is done. */
  readonly place: number | null;
}

type Caches = Pick<Storage, 'caches'>;

const keyOf = (place: number): string => `scores-${Math.floor(place / BLOCK_ITEMS)}`;

export function readMark({ caches }: Caches, projectId: ProjectId): Promise<PassMark | undefined> {
  return caches.get<PassMark>(projectId, 'scores');
}

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
  { block, mark }: { readonly block: ScoreBlock; readonly mark: PassMark },
): Promise<void> {
  await caches.setMany(projectId, { [keyOf(block.first)]: block, scores: mark });
}
