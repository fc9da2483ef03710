/**
 * Reliability diagram: of the audited items that the model gave about this confidence, how many were
 * right. Bins hold equally many items (Nguyen and O'Connor 2015), so that none is drawn from two.
 */
import { proportion } from '../evaluation/wilson.ts';
import type { QualityFigure } from '../records.ts';
import type { ScoredAudit } from './evidence.ts';

/** Fewer in a bin would say nothing. */
const LEAST_IN_BIN = 10;
const MOST_BINS = 10;

export interface ReliabilityBin {
  readonly meanConfidence: number;
  /** Share that was right, with its interval and n. */
  readonly right: QualityFigure;
}

export function reliabilityBins(audited: readonly ScoredAudit[]): readonly ReliabilityBin[] {
  const sorted = [...audited].sort((a, b) => a.confidence - b.confidence);
  const bins = Math.min(MOST_BINS, Math.floor(sorted.length / LEAST_IN_BIN));
  return Array.from({ length: bins }, (_, bin) => {
    const from = Math.round((bin * sorted.length) / bins);
    const own = sorted.slice(from, Math.round(((bin + 1) * sorted.length) / bins));
    const meanConfidence = own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length;
    const right = proportion(own.filter(({ isRight }) => isRight).length, own.length);
    return { meanConfidence, right: right ?? { value: 0, low: 0, high: 1, n: 0 } };
  });
}

/**
 * Root mean square calibration error with its bias taken out (Kumar, Liang and Ma 2019): the plug-in
 * squares less what chance alone adds to each, y (1 - y) / (n - 1); 0 where chance explains all.
 */
export function debiasedCalibrationError(bins: readonly ReliabilityBin[]): number {
  const n = bins.reduce((sum, { right }) => sum + right.n, 0);
  if (n === 0) return 0;
  const sum = bins.reduce((total, { meanConfidence, right }) => {
    const plain = (right.value - meanConfidence) ** 2;
    const chance = right.n > 1 ? (right.value * (1 - right.value)) / (right.n - 1) : 0;
    return total + (right.n / n) * (plain - chance);
  }, 0);
  return Math.sqrt(Math.max(0, sum));
}
