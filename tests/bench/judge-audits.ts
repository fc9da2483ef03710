/** What audit answers make of a model's probabilities, held against test rows whose truth is known. */
import { expectedCalibrationError } from '../../src/domain/evaluation/calibration.ts';
import { AS_IT_SAYS, type CalibrationMap } from '../../src/domain/trust/calibration/map.ts';
import type { ScoredAudit } from '../../src/domain/trust/evidence.ts';
import { orderScore } from '../../src/domain/trust/order-score.ts';
import { type PromiseResult, thresholdFor } from '../../src/domain/trust/promise.ts';
import { type AuditRow, scoreRow } from '../../workers/learn/trust/audited.ts';
import { calibrationOf } from '../../workers/learn/trust/calibration.ts';

export const PROMISE = { mostWrong: 0.05, certainty: 0.95 };

export interface AuditJudgement {
  readonly calibration: CalibrationMap;
  /** Expected calibration error on the test rows, ten bins, as the model says it and calibrated. */
  readonly before: number;
  readonly after: number;
  readonly promise: PromiseResult['kind'];
  /** Share of the test rows that the promise accepts; 0 where it is not made. */
  readonly accepted: number;
  /** Share of those that are wrong in truth; null where none is accepted. */
  readonly wrong: number | null;
}

/** One class an item; neither may hold the other's rows. `weights`: of the classes, when the model learned. */
export function judgeAudits(
  audits: readonly AuditRow[],
  test: readonly AuditRow[],
  weights: readonly number[],
): AuditJudgement {
  const calibration = calibrationOf(audits, 'single', weights).map;
  const raw = test.map((row) => scoreRow(row, AS_IT_SAYS, 'single'));
  const rank = (row: AuditRow): ScoredAudit => ({
    confidence: orderScore(row.probabilities, weights, 'single'),
    isRight: scoreRow(row, AS_IT_SAYS, 'single').isRight,
  });
  const promise = thresholdFor(audits.map(rank), PROMISE);
  const threshold = promise.kind === 'kept' ? promise.threshold : Number.POSITIVE_INFINITY;
  const taken = test.map(rank).filter(({ confidence }) => confidence > threshold);
  const wrong = taken.filter(({ isRight }) => !isRight).length;
  return {
    calibration,
    before: errorOf(raw),
    after: errorOf(test.map((row) => scoreRow(row, calibration, 'single'))),
    promise: promise.kind,
    accepted: taken.length / Math.max(1, test.length),
    wrong: taken.length > 0 ? wrong / taken.length : null,
  };
}

/** Rows of probabilities, row-major, beside their class indices. */
export function rowsOf(
  probabilities: Float32Array,
  truth: readonly number[],
  classes: number,
): readonly AuditRow[] {
  return truth.map((index, row) => ({
    probabilities: Array.from(probabilities.subarray(row * classes, (row + 1) * classes)),
    truth: [index],
  }));
}

const errorOf = (scored: readonly ScoredAudit[]): number =>
  expectedCalibrationError(
    scored.map(({ confidence }) => confidence),
    scored.map(({ isRight }) => isRight),
  );
