/** What the rest of Hone may ask of storage. `storage/index.ts` opens it; only storage imports Dexie. */
import type { HoneEvent } from '../domain/events.ts';
import type {
  BlobHash,
  Checkpoint,
  CheckpointId,
  EventId,
  ImportId,
  Item,
  ItemId,
  Project,
  ProjectId,
  ProjectSummary,
} from '../domain/records.ts';

export interface ProjectRow {
  readonly id: ProjectId;
  /** Materialised fold of the project's own events; rewritten in the transaction that appends. */
  readonly project: Project;
  readonly summary: ProjectSummary;
}

/** Pushed to every context (tab, worker) of this origin after a commit. */
export type StorageChange =
  | {
      readonly kind: 'events';
      readonly projectId: ProjectId;
      readonly ids: readonly EventId[];
    }
  | { readonly kind: 'items'; readonly projectId: ProjectId }
  | { readonly kind: 'project'; readonly projectId: ProjectId }
  | { readonly kind: 'checkpoints'; readonly projectId: ProjectId }
  /** The learner published a new model state (`caches`, key `live`). */
  | { readonly kind: 'model'; readonly projectId: ProjectId };

/**
 * What is appended of one act: all of it, or one of several parts, the last of which brings the project
 * row up to date. An act cut off between its parts leaves the row's counts behind until the next undo.
 */
export type ActPart = 'whole' | 'more' | 'last';

export interface EventStore {
  /**
   * Appends in one strict-durability transaction, updating the project row when an event touches
   * it. Resolves when durable. Appending an id that is there already changes nothing.
   * Rejects with a `StorageError` ('quota' | 'closed' | 'newer-schema' | 'failed').
   */
  append(events: readonly HoneEvent[], part?: ActPart): Promise<void>;
  /** All events of a project, ascending by id; `after` excludes what the caller already has. */
  of(projectId: ProjectId, after?: EventId): Promise<readonly HoneEvent[]>;
  get(ids: readonly EventId[]): Promise<readonly HoneEvent[]>;
}

/** What the store gives its place to. */
export type NewItem = Omit<Item, 'ordinal'>;

export interface ItemStore {
  /**
   * Adds items of one project in bulk, with the files they name, in one transaction: when it resolves
   * both are on the disk. Ordinals are given here, behind all others, so that two tabs that add at
   * once never give the same; returned are the items as they were stored.
   */
  add(items: readonly NewItem[], files?: readonly StoredFile[]): Promise<readonly Item[]>;
  count(projectId: ProjectId): Promise<number>;
  get(id: ItemId): Promise<Item | undefined>;
  getMany(ids: readonly ItemId[]): Promise<readonly (Item | undefined)[]>;
  /** Items with ordinal in [from, to), ascending. */
  range(projectId: ProjectId, from: number, to: number): Promise<readonly Item[]>;
  /** Content hashes of all items of the project, many at a time, in no order. */
  hashes(projectId: ProjectId): AsyncIterable<readonly string[]>;
  /** Removes the items and files of an import that was cancelled half-way. */
  removeImport(projectId: ProjectId, importId: string): Promise<void>;
}

/** A picture or a sound, named by the SHA-256 of its bytes. */
export interface StoredFile {
  readonly hash: BlobHash;
  readonly blob: Blob;
}

export interface FileStore {
  get(projectId: ProjectId, hash: BlobHash): Promise<Blob | undefined>;
  hashes(projectId: ProjectId): Promise<readonly BlobHash[]>;
  /** Adds those that are not there yet. */
  add(
    files: readonly StoredFile[],
    owner: { readonly projectId: ProjectId; readonly importId: ImportId },
  ): Promise<void>;
}

export interface ProjectStore {
  list(): Promise<readonly ProjectRow[]>;
  get(id: ProjectId): Promise<ProjectRow | undefined>;
  setSummary(id: ProjectId, patch: Partial<ProjectSummary>): Promise<void>;
  /** Removes the project with everything that belongs to it. */
  remove(id: ProjectId): Promise<void>;
}

export interface CheckpointStore {
  /** `weights` is an opaque structured-clonable snapshot of the learner. */
  save(checkpoint: Checkpoint, weights: unknown): Promise<void>;
  list(projectId: ProjectId): Promise<readonly Checkpoint[]>;
  weights(id: CheckpointId): Promise<unknown>;
  rename(id: CheckpointId, name: string): Promise<void>;
  remove(id: CheckpointId): Promise<void>;
}

/** What a model computed: may be thrown away at any time and is rebuilt. Relaxed durability. */
export interface CacheStore {
  get<T>(projectId: ProjectId, key: string): Promise<T | undefined>;
  set(projectId: ProjectId, key: string, value: unknown): Promise<void>;
  /** Several keys in one transaction. */
  setMany(projectId: ProjectId, entries: Readonly<Record<string, unknown>>): Promise<void>;
  clear(projectId: ProjectId): Promise<void>;
}

/** Per-device facts and preferences (theme, device id, measured backends). */
export interface DeviceStore {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<void>;
}

export interface StorageUse {
  readonly usedBytes: number;
  readonly quotaBytes: number;
  readonly persistent: boolean;
}

export interface Storage {
  readonly events: EventStore;
  readonly items: ItemStore;
  readonly files: FileStore;
  readonly projects: ProjectStore;
  readonly checkpoints: CheckpointStore;
  readonly caches: CacheStore;
  readonly device: DeviceStore;
  /** Changes committed by any context of this origin, this one included. Returns the unsubscriber. */
  subscribe(listener: (change: StorageChange) => void): () => void;
  use(): Promise<StorageUse>;
  requestPersistence(): Promise<boolean>;
  close(): void;
}

export type StorageErrorKind = 'quota' | 'closed' | 'newer-schema' | 'failed';
