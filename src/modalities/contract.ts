/** Contract of an encoder: items in, numbers out. Learned on the device, from the project's own items. */
import type { BlobHash, ItemContent, ProjectSettings } from '../domain/records.ts';

/** Compressed sparse rows: entries of row r lie at [indptr[r], indptr[r + 1]), columns ascending. */
export interface Csr {
  readonly rows: number;
  readonly columns: number;
  readonly indptr: Uint32Array;
  readonly indices: Uint32Array;
  readonly values: Float32Array;
}

/** Two views of the same rows: named features (sparse) and learned ones (dense, row-major). */
export interface Features {
  readonly rows: number;
  readonly denseDims: number;
  readonly dense: Float32Array;
  readonly sparse: Csr;
}

/** Row-major product [rows x inner] times [inner x columns] on the quickest backend there is. */
export type Multiply = (
  a: Float32Array,
  b: Float32Array,
  shape: { readonly rows: number; readonly inner: number; readonly columns: number },
) => Promise<Float32Array>;

/** What a worker lends to pure code. Without it (in Node) plain loops do the same. */
export interface EncodeTools {
  readonly multiply: Multiply;
}

export interface FitOptions {
  readonly seed: number;
  /** Of the project: what a column means, how long a sound is. */
  readonly settings?: ProjectSettings;
  /** Fraction done, in [0, 1]. */
  readonly onProgress: (fraction: number) => void;
  readonly signal?: AbortSignal;
  readonly tools?: EncodeTools;
}

/** Reads a stored file of the project. Rejects when it is not on this device. */
export type ReadBlob = (hash: BlobHash) => Promise<Blob>;

/** `Input` is a content with its files read: pixels, samples; for text and tables the content itself. */
export interface Encoder<State, Input = ItemContent> {
  /** Names the algorithm with its version: another id means that the caches are stale. */
  readonly id: string;
  /** What of the settings the numbers depend on; another key means that the caches are stale. */
  readonly settingsKey?: (settings: ProjectSettings) => string;
  /** `fit` is given at most so many items, drawn by seed; absent = all. */
  readonly fitOn?: number;
  /** Reads the files of a content, edited places included; absent = the content is the input. */
  readonly load?: (content: ItemContent, read: ReadBlob) => Promise<Input>;
  /** Stands in for an item whose file cannot be read; wherever there is `load`. */
  readonly blank?: () => Input;
  /** A stretch of a long input that lasts so long at most: enough to learn from. */
  readonly excerpt?: (input: Input, mostMs: number) => Input;
  /** Learns from the items given. The state is plain data: it is stored, cloned and exported. */
  readonly fit: (inputs: readonly Input[], options: FitOptions) => Promise<State>;
  /** Pure: same state, same input, same numbers. */
  readonly encode: (
    state: State,
    inputs: readonly Input[],
    tools?: EncodeTools,
  ) => Features | Promise<Features>;
  /** In how many of the contents each name occurs. */
  readonly countIn?: (names: readonly string[], inputs: readonly Input[]) => readonly number[];
  /** The same encoder with a sparse column for each name, behind all others. */
  readonly extend?: (
    state: State,
    names: readonly string[],
    frequencies: readonly number[],
  ) => State;
}
