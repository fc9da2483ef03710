/** Contract of an encoder: items in, numbers out. Learned on the device, from the project's own items. */
import type { ItemContent } from '../domain/records.ts';

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

export interface FitOptions {
  readonly seed: number;
  /** Fraction done, in [0, 1]. */
  readonly onProgress: (fraction: number) => void;
  readonly signal?: AbortSignal;
}

export interface Encoder<State> {
  /** Names the algorithm with its version: another id means that the caches are stale. */
  readonly id: string;
  /** Learns from all items. The state is plain data: it is stored, cloned and exported. */
  readonly fit: (contents: readonly ItemContent[], options: FitOptions) => Promise<State>;
  /** Pure: same state, same content, same numbers. */
  readonly encode: (state: State, contents: readonly ItemContent[]) => Features;
  /** In how many of the contents each name occurs. */
  readonly countIn?: (
    names: readonly string[],
    contents: readonly ItemContent[],
  ) => readonly number[];
  /** The same encoder with a sparse column for each name, behind all others. */
  readonly extend?: (
    state: State,
    names: readonly string[],
    frequencies: readonly number[],
  ) => State;
}
