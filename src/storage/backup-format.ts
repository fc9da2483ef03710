/** The layout of a backup: one ZIP with a manifest and parts of lines, each with its SHA-256. */
import type { ProjectId } from '../domain/records.ts';

export const BACKUP_VERSION = 1;
export const MANIFEST_NAME = 'manifest.json';
/** Lines per part: damage costs one part, not the project. */
export const PART_LINES = 2_000;

export type PartKind = 'items' | 'events' | 'checkpoints';

export interface BackupPart {
  readonly name: string;
  readonly kind: PartKind;
  readonly lines: number;
  /** Hex SHA-256 of the part's bytes. */
  readonly hash: string;
}

export interface BackupManifest {
  readonly format: 'hone-backup';
  readonly version: number;
  readonly projectId: ProjectId;
  readonly name: string;
  readonly savedAt: number;
  readonly counts: Readonly<Record<PartKind, number>>;
  readonly parts: readonly BackupPart[];
}
