/** Scores of predicted class probabilities against the truth, with the app's own measures. */
import { expectedCalibrationError } from '../../src/domain/evaluation/calibration.ts';
import { macroF1 } from '../../src/domain/evaluation/macro-f1.ts';

export interface CurvePoint {
  readonly labels: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly logLoss: number;
  readonly ece: number;
}

/** Probabilities below this are raised to it before the logarithm. */
const LOG_FLOOR = 1e-15;

export interface ScoreInput {
  readonly labels: number;
  /** Row-major, shape [rows x classes]. */
  readonly probabilities: readonly (readonly number[])[];
  readonly truth: readonly number[];
  readonly classes: number;
}
