/** From places as shares of the whole to cells of a spectrogram. A cell is in a place when its middle is. */
import type { Region } from '../../domain/records.ts';

export interface CellRange {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Frames whose middle lies in the place. */
export function framesIn({ x, width }: Region, frames: number): CellRange {
  return middlesIn(x, x + width, frames);
}

/** Bands whose middle lies in the place; band 0 is the lowest and drawn at the bottom. */
export function bandsIn({ y, height }: Region, bands: number): CellRange {
  const { from, to } = middlesIn(y, y + height, bands);
  return { from: bands - to, to: bands - from };
}

function middlesIn(low: number, high: number, count: number): CellRange {
  // The hair's breadth keeps neighbours that share an edge from both missing a middle on it.
  const first = (share: number): number => Math.ceil(share * count - 0.5 - 1e-9);
  const from = Math.min(count, Math.max(0, first(low)));
  return { from, to: Math.min(count, Math.max(from, first(high))) };
}
