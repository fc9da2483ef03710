/** The layout of a backup: one ZIP with a manifest and parts of lines, each with its SHA-256. */
import type { ProjectId } from '../domain/records.ts';

/** 2: pictures and sounds go along. */
export const BACKUP_VERSION = 2;
export const MANIFEST_NAME = 'manifest.json';
/** Lines per part: damage costs one part, not the project. */
export const PART_LINES = 2_000;

export type PartKind = 'items' | 'events' | 'checkpoints' | 'files';
export const PART_KINDS: readonly PartKind[] = ['items', 'events', 'checkpoints', 'files'];

export interface BackupPart {
  readonly name: string;
  readonly kind: PartKind;
  /** 1 for a file, which is a part of its own: its bytes as they are. */
  readonly lines: number;
  /** Of a file: its media type. */
  readonly type?: string;
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
