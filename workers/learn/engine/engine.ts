/**
 * The dense arithmetic of the learner, hidden behind one small interface, so that the library
 * underneath can be tuned or followed by another.
 */
import type { BackendId } from '../../api.ts';

export interface Engine {
  readonly id: BackendId;
  /** Adapter name, instruction set, threads: what the person sees in the settings. */
  readonly adapter: string;
  /** Keeps a row-major [rows x columns] matrix where the arithmetic happens. */
  load(matrix: Float32Array, rows: number, columns: number): LoadedMatrix;
  /** Resolves with the reason when the device is gone; everything on it is lost then. */
  readonly lost: Promise<string>;
  dispose(): void;
}

export interface LoadedMatrix {
  /** Product with a row-major [columns x width] matrix: [rows x width]. Rejects when the engine is lost. */
  times(right: Float32Array, width: number): Promise<Float32Array>;
  dispose(): void;
}
