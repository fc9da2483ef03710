/** From class probabilities to the answer the model would give. */
import type { ClassId, LabelMode } from '../../../src/domain/records.ts';
import {
  AS_IT_SAYS,
  type CalibrationMap,
  calibrate,
} from '../../../src/domain/trust/calibration/map.ts';
import type { Proposal } from '../../api.ts';

/** Multi-label: a class belongs to the proposed set when it is more likely than not. */
export const SET_THRESHOLD = 0.5;

export interface ProposalInput {
  readonly probabilities: Float32Array;
  readonly row: number;
  readonly classIds: readonly ClassId[];
  readonly mode: LabelMode;
  /** Of the probabilities; absent = as the model says them. No answer changes by it. */
  readonly calibration?: CalibrationMap;
}

export function proposeFor({
  probabilities,
  row,
  classIds,
  mode,
  calibration = AS_IT_SAYS,
}: ProposalInput): Proposal {
  const raw = probabilities.subarray(row * classIds.length, (row + 1) * classIds.length);
  const own = calibration.kind === 'identity' ? raw : calibrate(raw, calibration, mode);
  const all = classIds
    .map((classId, index) => ({ classId, probability: own[index] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
  if (mode === 'single') {
    const best = all[0];
    return { classes: best ? [best.classId] : [], probability: best?.probability ?? 0, all };
  }
  const chosen = all.filter((entry) => entry.probability > SET_THRESHOLD);
  // Classes are learned independently, so the probability of the exact set is a product.
  const probability = all.reduce(
    (product, { probability: p }) => product * (p > SET_THRESHOLD ? p : 1 - p),
    1,
  );
  return { classes: chosen.map((entry) => entry.classId), probability, all };
}

export interface AnswerSummary {
  readonly codes: Int32Array;
  /** Mean probability of the proposed answers, in [0, 1]; 0 for an empty pool. */
  readonly meanConfidence: number;
}

/**
 * A number per row that is equal exactly when the proposed answer is equal (single: the class
 * index; multi: an FNV-1a hash of the set), and the mean probability of the proposed answers.
 */
export function summariseAnswers(
  probabilities: Float32Array,
  classes: number,
  mode: LabelMode,
): AnswerSummary {
  const rows = classes === 0 ? 0 : Math.floor(probabilities.length / classes);
  const codes = new Int32Array(rows);
  const read = mode === 'single' ? bestClass : chosenSet;
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += read(probabilities, row, classes, codes);
  return { codes, meanConfidence: rows === 0 ? 0 : sum / rows };
}

/** Writes the code of a row; returns the probability of its answer. No objects: pools are large. */
type ReadRow = (values: Float32Array, row: number, classes: number, codes: Int32Array) => number;

const bestClass: ReadRow = (values, row, classes, codes) => {
  const start = row * classes;
  let best = 0;
  let top = -1;
  for (let c = 0; c < classes; c++) {
    const value = values[start + c] ?? 0;
    if (value > top) {
      top = value;
      best = c;
    }
  }
  codes[row] = best;
  return top;
};

const chosenSet: ReadRow = (values, row, classes, codes) => {
  const start = row * classes;
  let hash = 0x811c9dc5;
  let product = 1;
  for (let c = 0; c < classes; c++) {
    const value = values[start + c] ?? 0;
    const isIn = value > SET_THRESHOLD;
    product *= isIn ? value : 1 - value;
    if (isIn) hash = Math.imul(hash ^ (c + 1), 0x01000193);
  }
  codes[row] = hash;
  return product;
};
