import { macroF1 } from '../../src/domain/evaluation/macro-f1.ts';
import { predictClasses } from './predict-classes.ts';
import type { RaceData } from './race-data.ts';

/** Both in [0, 1]. `right`: share of the test whose classes are exactly the true ones. */
export interface TestScores {
  readonly right: number;
  readonly macroF1: number;
}

/** On the true answers of the test, however often the oracle errs. 0 for an empty test. */
export function measure(data: RaceData, probabilities: Float32Array): TestScores {
  const { truth, test, mode, classNames } = data;
  const classes = classNames.length;
  const real = Array.from(test, (row) => truth[row] ?? []);
  const predicted = Array.from(test, (row) =>
    predictClasses(probabilities, row, { classes, mode }),
  );
  const hits = predicted.filter((own, i) => isSame(own, real[i] ?? [])).length;
  return {
    right: test.length === 0 ? 0 : hits / test.length,
    macroF1: macroF1({ truth: real, predicted, classes }) ?? 0,
  };
}

/** Both ascending, without repeats. */
function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
