/** How loud a block is, for the meter. Pure. */
export interface Level {
  /** 0 (60 dB below the loudest there can be, or less) to 1. */
  readonly level: number;
  /** True when a sample reached the end of the scale: what is louder is cut. */
  readonly isCut: boolean;
}

const RANGE_DB = 60;
const FULL = 0.99;

export function levelOf(block: Float32Array): Level {
  let squares = 0;
  let peak = 0;
  for (const value of block) {
    squares += value * value;
    peak = Math.max(peak, Math.abs(value));
  }
  const power = block.length === 0 ? 0 : squares / block.length;
  const decibels = 10 * Math.log10(power + 1e-12);
  const level = Math.min(1, Math.max(0, 1 + decibels / RANGE_DB));
  return { level, isCut: peak >= FULL };
}
