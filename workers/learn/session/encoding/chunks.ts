/** The encoding as it is kept in the cache: a header that vouches for chunks of rows. */
import type { ClassId, ItemId, ProjectId } from '../../../../src/domain/records.ts';
import type { Features } from '../../../../src/modalities/contract.ts';
import type { Storage } from '../../../../src/storage/api.ts';
import type { ReadProblem } from '../inputs.ts';
import { pause } from '../quiet.ts';
import type { FeatureBuilder } from './feature-builder.ts';
import { sliceRows } from './pick-rows.ts';

const WRITE_PAUSE_MS = 150;

export interface Header {
  readonly encoderId: string;
  /** Absent in caches written before settings could matter. */
  readonly settingsKey?: string;
  readonly fingerprint: string;
  readonly fittedOn: number;
  readonly rows: number;
  readonly chunks: number;
  readonly state: unknown;
  /** Only some of the items are rows; absent = all, row = place. */
  readonly sample?: SampleHeader;
}

export interface SampleHeader {
  /** Items of the project when the sample was drawn, and how many were asked for. */
  readonly total: number;
  readonly size: number;
  /** Place of the item of each row. */
  readonly ordinals: Int32Array;
}

/** What is known of the rows of a chunk beside their features. */
export interface Stretch {
  readonly ids: readonly ItemId[];
  readonly given: readonly (readonly ClassId[] | null)[];
  /** Rows of the chunk that are blank because their item could not be read; absent = none. */
  readonly unread?: readonly { readonly at: number; readonly problem: ReadProblem }[];
}

export interface Chunk extends Stretch {
  readonly features: Features;
}

export interface CacheOf {
  readonly storage: Pick<Storage, 'caches'>;
  readonly projectId: ProjectId;
}

export function readHeader({ storage, projectId }: CacheOf): Promise<Header | undefined> {
  return storage.caches.get<Header>(projectId, 'encoding');
}

export interface ReadChunks {
  readonly count: number;
  readonly builder: FeatureBuilder;
  /** Looks at each chunk before it is taken: `first` is its first row. */
  readonly mend?: (chunk: Chunk, first: number) => Promise<Chunk>;
}

/** Null when the cache was dropped half-way: then everything is encoded anew. */
export async function readChunks(
  { storage, projectId }: CacheOf,
  { count, builder, mend }: ReadChunks,
): Promise<Stretch[] | null> {
  const stretches: Stretch[] = [];
  let first = 0;
  for (let index = 0; index < count; index++) {
    const stored = await storage.caches.get<Chunk>(projectId, `encoding-${index}`);
    if (!stored) return null;
    const chunk = mend ? await mend(stored, first) : stored;
    if (chunk !== stored) await storage.caches.set(projectId, `encoding-${index}`, chunk);
    const { features, ...stretch } = chunk;
    builder.add(features);
    stretches.push(stretch);
    first += stretch.ids.length;
  }
  return stretches;
}

export interface WriteChunks {
  readonly header: Header;
  /** The last chunks of the header, and where their rows begin in `features`. */
  readonly fresh: readonly Stretch[];
  readonly from: number;
  readonly features: Features;
  /** Waits for a good moment before each chunk; absent = now is one. */
  readonly rest?: () => Promise<void>;
}

export async function writeChunks(
  { storage, projectId }: CacheOf,
  { header, fresh, from, features, rest }: WriteChunks,
): Promise<void> {
  const first = header.chunks - fresh.length;
  let row = from;
  for (const [index, stretch] of fresh.entries()) {
    const end = row + stretch.ids.length;
    await rest?.();
    const chunk: Chunk = { ...stretch, features: sliceRows(features, row, end) };
    await storage.caches.set(projectId, `encoding-${first + index}`, chunk);
    await pause(WRITE_PAUSE_MS); // Answers go to the same disk, and they come first.
    row = end;
  }
  await storage.caches.set(projectId, 'encoding', header); // Last: the header vouches for the chunks.
}
