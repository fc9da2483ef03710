/** How far the model's probabilities can be taken at their word, before and after calibration. */
import {
  brierScore,
  expectedCalibrationError,
  logLoss,
} from '../../../src/domain/evaluation/calibration.ts';
import type { LabelMode } from '../../../src/domain/records.ts';
import {
  type CalibrationChoice,
  type CalibrationRow,
  chooseCalibration,
} from '../../../src/domain/trust/calibration/choose.ts';
import {
  AS_IT_SAYS,
  type CalibrationMap,
  calibrate,
} from '../../../src/domain/trust/calibration/map.ts';
import type { ScoredAudit } from '../../../src/domain/trust/evidence.ts';
import {
  debiasedCalibrationError,
  reliabilityBins,
} from '../../../src/domain/trust/reliability.ts';
import type { CalibrationFigures } from '../../trust-api.ts';
import { type AuditRow, scoreRow, toFit } from './audited.ts';

/** The map that all audit answers speak for. `weights`: of the classes, when the model learned. */
export function calibrationOf(
  rows: readonly AuditRow[],
  mode: LabelMode,
  weights: readonly number[] = [],
): CalibrationChoice {
  const asRow = (row: AuditRow): CalibrationRow => ({
    items: toFit([row], mode),
    lossAt: (map) => logLoss([probabilityOfTruth(row, map, mode)]),
  });
  const classes = rows[0]?.probabilities.length ?? 0;
  return chooseCalibration(rows.map(asRow), { classes, isSingle: mode === 'single', weights });
}

/** Null without audit answers. `maps`: one for each row. */
export function figuresOf(
  rows: readonly AuditRow[],
  maps: readonly CalibrationMap[],
  mode: LabelMode,
): CalibrationFigures | null {
  if (rows.length === 0) return null;
  const scored = scoreAll(rows, maps, mode);
  const confidence = scored.map((one) => one.confidence);
  const isRight = scored.map((one) => one.isRight);
  const bins = reliabilityBins(scored);
  const ofTruth = rows.map((row, i) => probabilityOfTruth(row, maps[i] ?? AS_IT_SAYS, mode));
  return {
    ece: expectedCalibrationError(confidence, isRight),
    debiased: bins.length === 0 ? null : debiasedCalibrationError(bins),
    brier: brierScore(confidence, isRight),
    logLoss: logLoss(ofTruth),
  };
}

export function scoreAll(
  rows: readonly AuditRow[],
  maps: readonly CalibrationMap[],
  mode: LabelMode,
): readonly ScoredAudit[] {
  return rows.map((row, i) => scoreRow(row, maps[i] ?? AS_IT_SAYS, mode));
}

function probabilityOfTruth(
  { probabilities, truth }: AuditRow,
  map: CalibrationMap,
  mode: LabelMode,
): number {
  const scaled = calibrate(probabilities, map, mode);
  if (mode === 'single') return scaled[truth[0] ?? 0] ?? 0;
  return scaled.reduce((product, p, c) => product * (truth.includes(c) ? p : 1 - p), 1);
}
