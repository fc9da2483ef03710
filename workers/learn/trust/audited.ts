/** Audit answers beside what the model says of the same items. */
import type { LabelMode } from '../../../src/domain/records.ts';
import { type CalibrationMap, calibrate } from '../../../src/domain/trust/calibration/map.ts';
import type { AuditedItem, ScoredAudit } from '../../../src/domain/trust/evidence.ts';
import { SET_THRESHOLD } from '../session/proposals.ts';

/** Fitting takes no more than the newest so many. */
export const MOST_AUDITS = 2_000;

export interface AuditSource {
  readonly audit: readonly { readonly row: number; readonly classes: readonly number[] }[];
  /** Row-major [rows x classes]. */
  readonly probabilities: Float32Array;
  readonly classes: number;
  readonly mode: LabelMode;
}

/** One audited item: its class probabilities and the person's classes. */
export interface AuditRow {
  readonly probabilities: readonly number[];
  readonly truth: readonly number[];
}

export interface PlacedAudit extends AuditRow {
  readonly row: number;
}

export function auditRows({ audit, probabilities, classes }: AuditSource): readonly PlacedAudit[] {
  return audit.slice(-MOST_AUDITS).map(({ row, classes: truth }) => ({
    row,
    probabilities: Array.from(probabilities.subarray(row * classes, (row + 1) * classes)),
    truth,
  }));
}

/** What a calibration is fitted on. Several classes per item: each is a yes or no of its own. */
export function toFit(rows: readonly AuditRow[], mode: LabelMode): readonly AuditedItem[] {
  if (mode === 'single')
    return rows.map(({ probabilities, truth }) => ({ probabilities, truth: truth[0] ?? 0 }));
  return rows.flatMap(({ probabilities, truth }) =>
    probabilities.map((p, c) => ({
      probabilities: [1 - p, p],
      truth: truth.includes(c) ? 1 : 0,
    })),
  );
}

/** Probability of the proposed answer (class, or whole set), and whether it was right. */
export function scoreRow(
  { probabilities, truth }: AuditRow,
  map: CalibrationMap,
  mode: LabelMode,
): ScoredAudit {
  const scaled = calibrate(probabilities, map, mode);
  const { classes, confidence } = answerOf(scaled, mode);
  const isRight = classes.length === truth.length && classes.every((c) => truth.includes(c));
  return { confidence, isRight };
}

export interface Answer {
  /** Class indices, ascending. */
  readonly classes: readonly number[];
  readonly confidence: number;
}

/** Single: the most probable class. Multi: the set of those more likely than not, classes apart. */
export function answerOf(scaled: readonly number[], mode: LabelMode): Answer {
  if (mode === 'single') {
    const confidence = Math.max(...scaled);
    return { classes: [scaled.indexOf(confidence)], confidence };
  }
  return {
    classes: scaled.flatMap((p, c) => (p > SET_THRESHOLD ? [c] : [])),
    confidence: scaled.reduce((product, p) => product * Math.max(p, 1 - p), 1),
  };
}
