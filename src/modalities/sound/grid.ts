/** A spectrogram brought to fewer rows: what patterns and statistics are read from. */
import type { LogMel } from './log-mel.ts';

export interface Grid {
  readonly rows: number;
  /** At least 1. */
  readonly frames: number;
  /** Row-major [rows x frames], lowest row first. */
  readonly values: Float32Array;
}

/** Bands per row: neighbouring bands say nearly the same. */
const BANDS_PER_ROW = 5 / 3;

export function rowsFor(bands: number): number {
  return Math.max(1, Math.round(bands / BANDS_PER_ROW));
}

/** Each row is the mean of its bands; a band that lies in two rows counts in both by its share. */
export function toGrid({ bands, frames, values }: LogMel): Grid {
  const rows = rowsFor(bands);
  const result = new Float32Array(rows * frames);
  for (let r = 0; r < rows; r++) {
    const low = (r * bands) / rows;
    const high = ((r + 1) * bands) / rows;
    for (let b = Math.floor(low); b < Math.min(bands, Math.ceil(high)); b++) {
      const weight = (Math.min(high, b + 1) - Math.max(low, b)) / (high - low);
      for (let t = 0; t < frames; t++) {
        const at = r * frames + t;
        result[at] = (result[at] as number) + weight * (values[b * frames + t] as number);
      }
    }
  }
  return { rows, frames, values: result };
}
