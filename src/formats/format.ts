/**
 * Contract of a file format. Formats are pure: bytes are decoded to text before they come here
 * (`workers/import/decode.ts`), so a reader sees chunks of text and calls back with rows.
 */
export interface SourceRow {
  /** 1-based row number as a person would count it in the file (header included where there is one). */
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
}

/** A row that could not be read; the others go in. */
export interface BadRow {
  readonly row: number;
  /** Names the value and the way out, e.g. "row 12 has 5 values, the header names 4". */
  readonly reason: string;
  /** The start of the row as found, at most 200 characters. */
  readonly excerpt: string;
}

export interface ReadOptions {
  /** Format-specific choice the person can correct in the preview. */
  readonly delimiter?: string;
  readonly hasHeader?: boolean;
  /** Plain text: a line is an item, or the whole file is. */
  readonly unit?: 'line' | 'file';
}

export interface ReadSink {
  /** Columns in file order; called again when later rows bring new ones (JSON). */
  readonly columns: (names: readonly string[]) => void;
  readonly row: (row: SourceRow) => void;
  readonly bad: (row: BadRow) => void;
}

/** A push parser: fed in chunks, cheap to abandon. */
export interface Reader {
  readonly push: (chunk: string) => void;
  /** Flushes the rest. */
  readonly end: () => void;
}

export interface Format {
  readonly id: string;
  readonly label: string;
  readonly extensions: readonly string[];
  /** Confidence in [0, 1] that this text starts a file of this format. */
  readonly sniff: (head: string, fileName: string) => number;
  /** What to read with unless the person says otherwise (delimiter, header, unit). */
  readonly defaults: (head: string, fileName: string) => ReadOptions;
  readonly read: (options: ReadOptions, sink: ReadSink) => Reader;
  /** Absent where Hone does not write this format. Returns text incl. line end. */
  readonly write?: {
    readonly header: (columns: readonly string[]) => string;
    readonly row: (values: Readonly<Record<string, unknown>>, columns: readonly string[]) => string;
  };
}

/** Limits that keep a hostile file from hanging a tablet; exceeding one is a message, not a crash. */
export const MAX_COLUMNS = 2_000;
export const MAX_CELL_CHARACTERS = 1_000_000;
