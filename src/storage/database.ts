/**
 * Two databases: the truth (strict durability: a commit has reached the disk) and the caches
 * (relaxed). IndexedDB names are shared by everything on an origin, hence the prefix.
 */
import { Dexie, type Table } from 'dexie';
import type { HoneEvent } from '../domain/events.ts';
import type { BlobHash, Checkpoint, ImportId, Item, ProjectId } from '../domain/records.ts';
import type { ProjectRow } from './api.ts';
import type { ItemChunk } from './items/chunk.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

export interface WeightsRow {
  readonly id: string;
  readonly weights: unknown;
}

export interface KeyedRow {
  readonly key: string;
  readonly value: unknown;
}

export interface CacheRow {
  readonly projectId: string;
  readonly key: string;
  readonly value: unknown;
}

export interface FileRow {
  readonly projectId: ProjectId;
  readonly hash: BlobHash;
  readonly importId: ImportId;
  readonly blob: Blob;
}

export class TruthDatabase extends Dexie {
  declare readonly projects: Table<ProjectRow, string>;
  declare readonly items: Table<Item, string>;
  declare readonly itemChunks: Table<ItemChunk, string>;
  declare readonly files: Table<FileRow, [string, string]>;
  declare readonly events: Table<HoneEvent, string>;
  declare readonly checkpoints: Table<Checkpoint, string>;
  declare readonly weights: Table<WeightsRow, string>;
  declare readonly device: Table<KeyedRow, string>;

  constructor(name: string, steps: readonly Migration[] = migrations) {
    super(name, { chromeTransactionDurability: 'strict' });
    for (const { version, tables, rewrite } of steps) {
      const declared = this.version(version).stores({ ...tables });
      if (rewrite) declared.upgrade((transaction) => rewriteRows(transaction, rewrite));
    }
  }
}

async function rewriteRows(
  transaction: { table(name: string): Table },
  rewrite: NonNullable<Migration['rewrite']>,
): Promise<void> {
  for (const [table, change] of Object.entries(rewrite)) {
    await transaction
      .table(table)
      .toCollection()
      .modify((row, reference) => {
        reference.value = change(row);
      });
  }
}

export class CacheDatabase extends Dexie {
  declare readonly entries: Table<CacheRow, [string, string]>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'relaxed' });
    this.version(1).stores({ entries: '[projectId+key], projectId' });
  }
}
