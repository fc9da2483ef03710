/** Scores of predicted class probabilities against the truth, with the app's own measures. */
import { expectedCalibrationError, logLoss } from '../../src/domain/evaluation/calibration.ts';
import { macroF1 } from '../../src/domain/evaluation/macro-f1.ts';

export interface CurvePoint {
  readonly labels: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly logLoss: number;
  readonly ece: number;
  /** Accuracy on the edited half of the test pairs; null without pairs. */
  readonly contrast: number | null;
}

export interface ScoreInput {
  readonly labels: number;
  /** Row-major, shape [rows x classes]. */
  readonly probabilities: readonly (readonly number[])[];
  readonly truth: readonly number[];
  readonly classes: number;
}

export function scorePredictions({
  labels,
  probabilities,
  truth,
  classes,
}: ScoreInput): Omit<CurvePoint, 'contrast'> {
  const best = probabilities.map((row) => row.indexOf(Math.max(...row)));
  const isRight = best.map((guess, i) => guess === truth[i]);
  const confidence = probabilities.map((row, i) => row[best[i] ?? 0] ?? 0);
  const sets = { truth: truth.map((c) => [c]), predicted: best.map((c) => [c]), classes };
  return {
    labels,
    accuracy: isRight.filter(Boolean).length / truth.length,
    macroF1: macroF1(sets) ?? 0,
    logLoss: logLoss(probabilities.map((row, i) => row[truth[i] ?? 0] ?? 0)),
    ece: expectedCalibrationError(confidence, isRight),
  };
}
