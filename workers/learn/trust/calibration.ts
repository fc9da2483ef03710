/** How far the model's probabilities can be taken at their word, before and after calibration. */
import {
  brierScore,
  expectedCalibrationError,
  logLoss,
} from '../../../src/domain/evaluation/calibration.ts';
import type { LabelMode } from '../../../src/domain/records.ts';
import type { ScoredAudit } from '../../../src/domain/trust/evidence.ts';
import {
  debiasedCalibrationError,
  reliabilityBins,
} from '../../../src/domain/trust/reliability.ts';
import { calibrate, fitTemperature } from '../../../src/domain/trust/temperature.ts';
import type { CalibrationFigures } from '../../trust-api.ts';
import { type AuditRow, scoreRow, toFit } from './audited.ts';

const FOLDS = 5;

/** The temperature that all audit answers speak for. */
export function temperatureFor(rows: readonly AuditRow[], mode: LabelMode): number {
  return fitTemperature(toFit(rows, mode));
}

/** Temperatures by cross-validation: each answer is judged by one that was fitted without it. */
export function foldTemperatures(rows: readonly AuditRow[], mode: LabelMode): readonly number[] {
  const temperatures = Array.from({ length: FOLDS }, (_, fold) =>
    temperatureFor(
      rows.filter((_row, i) => i % FOLDS !== fold),
      mode,
    ),
  );
  return rows.map((_, i) => temperatures[i % FOLDS] ?? 1);
}

/** Null without audit answers. `temperatures`: one for each row. */
export function figuresOf(
  rows: readonly AuditRow[],
  temperatures: readonly number[],
  mode: LabelMode,
): CalibrationFigures | null {
  if (rows.length === 0) return null;
  const scored = scoreAll(rows, temperatures, mode);
  const confidence = scored.map((one) => one.confidence);
  const isRight = scored.map((one) => one.isRight);
  const bins = reliabilityBins(scored);
  const ofTruth = rows.map((row, i) => probabilityOfTruth(row, temperatures[i] ?? 1, mode));
  return {
    ece: expectedCalibrationError(confidence, isRight),
    debiased: bins.length === 0 ? null : debiasedCalibrationError(bins),
    brier: brierScore(confidence, isRight),
    logLoss: logLoss(ofTruth),
  };
}

export function scoreAll(
  rows: readonly AuditRow[],
  temperatures: readonly number[],
  mode: LabelMode,
): readonly ScoredAudit[] {
  return rows.map((row, i) => scoreRow(row, temperatures[i] ?? 1, mode));
}

function probabilityOfTruth(
  { probabilities, truth }: AuditRow,
  t: number,
  mode: LabelMode,
): number {
  const scaled = calibrate(probabilities, t, mode);
  if (mode === 'single') return scaled[truth[0] ?? 0] ?? 0;
  return scaled.reduce((product, p, c) => product * (truth.includes(c) ? p : 1 - p), 1);
}
