/** Types of the calls that bring data in and take it out. */
import type {
  BlobHash,
  ClassId,
  ColumnType,
  ImportPurpose,
  ProjectId,
} from '../src/domain/records.ts';
import type { Outcome } from './api.ts';
import type { DecodeSound, MediaOptions } from './import/media/media-reader.ts';

export type { DecodedSound, DecodeSound, MediaOptions } from './import/media/media-reader.ts';

export interface SourceInput {
  readonly name: string;
  readonly blob: Blob;
}

export interface PreviewOptions {
  readonly format?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly hasHeader?: boolean;
  readonly unit?: 'line' | 'file';
}

export interface Preview {
  /** A key of the format registry, or `files`: pictures or recordings. */
  readonly format: string;
  /** What an item can be, the likeliest first. */
  readonly modalities: readonly string[];
  /** The first files themselves, where the sources are files. */
  readonly files?: readonly { readonly name: string; readonly blob: Blob }[];
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly hasHeader: boolean | null;
  readonly unit: 'line' | 'file' | null;
  readonly columns: readonly PreviewColumn[];
  /** The first rows as read. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly bad: readonly {
    readonly row: number;
    readonly reason: string;
    readonly excerpt: string;
  }[];
  readonly sizeBytes: number;
  /** Plain-word warnings about the file as a whole. */
  readonly warnings: readonly string[];
}

export interface PreviewColumn {
  readonly name: string;
  /** What Hone takes the column for, until the person says otherwise. */
  readonly guess: ColumnRole;
  /** What its values are, were it a column of a table. */
  readonly type: ColumnType;
  /** Distinct values among the rows previewed (up to 200), most frequent first. */
  readonly distinct: readonly {
    readonly value: string;
    readonly count: number;
  }[];
  readonly filled: number;
}

export type ColumnRole = 'content' | 'id' | 'label' | 'oracle' | 'field' | 'ignore';

export interface ImportPlan {
  readonly projectId: ProjectId;
  /** What an item is: a key of the modality registry. */
  readonly modality: string;
  /** Choices about files, where the items are files. */
  readonly media?: MediaOptions;
  readonly options: PreviewOptions;
  /** Text: content columns are joined by a blank line in file order. Table: they are the row. */
  readonly roles: Readonly<Record<string, ColumnRole>>;
  /** Multi-label: splits one cell into several labels; null = one label per cell. */
  readonly labelSeparator: string | null;
  readonly duplicates: 'skip' | 'keep';
  /** Absent: items of the pool. */
  readonly purpose?: ImportPurpose;
  /** Class name -> id for the label column; unknown names make the row bad. */
  readonly classes: Readonly<Record<string, ClassId>>;
}

export interface ImportProgress {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly added: number;
  readonly duplicates: number;
  readonly rejected: number;
}

export interface ImportReport extends ImportProgress {
  readonly importId: string;
  /** The first 1,000 bad rows. */
  readonly bad: readonly {
    readonly row: number;
    readonly reason: string;
    readonly excerpt: string;
  }[];
}

export interface LabelScan {
  /** Every distinct label of the whole file, most frequent first. */
  readonly labels: readonly {
    readonly value: string;
    readonly count: number;
  }[];
  readonly rows: number;
  readonly truncated: boolean;
}

export interface ImportApi {
  preview(sources: readonly SourceInput[], options: PreviewOptions): Promise<Outcome<Preview>>;
  /** Reads the whole file once for the values of the label columns. */
  scanLabels(
    sources: readonly SourceInput[],
    options: PreviewOptions,
    columns: readonly string[],
    separator: string | null,
  ): Promise<Outcome<LabelScan>>;
  /** Streams the items in, then appends `items-imported`. Cancelled: what went in is taken out. */
  run(
    sources: readonly SourceInput[],
    plan: ImportPlan,
    listener: (progress: ImportProgress) => void,
    decodeSound: DecodeSound,
  ): Promise<Outcome<ImportReport>>;
  /** Creates the items of a built-in sample. */
  sample(
    sampleId: string,
    projectId: ProjectId,
    classes: Readonly<Record<string, ClassId>>,
    listener: (progress: ImportProgress) => void,
  ): Promise<Outcome<ImportReport>>;
  cancel(): Promise<void>;
  exportLabels(projectId: ProjectId, kind: 'csv' | 'jsonl'): Promise<Outcome<Blob>>;
  exportPredictions(projectId: ProjectId, kind: 'csv' | 'jsonl'): Promise<Outcome<Blob>>;
  /** The small copy of a stored picture, made anew and kept. */
  thumbnail(projectId: ProjectId, hash: BlobHash): Promise<Outcome<Blob>>;
  /** How the answers came about and how far they can be trusted, to go with any other export. */
  exportCard(projectId: ProjectId, kind: 'md' | 'json'): Promise<Outcome<Blob>>;
  backup(projectId: ProjectId): Promise<Outcome<Blob>>;
  /** Reads a backup without writing: what is in it and what is damaged. */
  inspectBackup(blob: Blob): Promise<Outcome<BackupInspection>>;
  /** `partial`: restore what is sound although parts are damaged. Never overwrites: merges by id. */
  restore(blob: Blob, partial: boolean): Promise<Outcome<RestoreReport>>;
}

export interface BackupInspection {
  readonly projectId: ProjectId;
  readonly name: string;
  readonly items: number;
  readonly events: number;
  readonly checkpoints: number;
  readonly savedAt: number;
  /** Plain words: which part, what is wrong. Empty = sound. */
  readonly damage: readonly string[];
  readonly alreadyHere: boolean;
}

export interface RestoreReport {
  readonly projectId: ProjectId;
  readonly items: number;
  readonly events: number;
  readonly checkpoints: number;
  readonly skipped: readonly string[];
}
