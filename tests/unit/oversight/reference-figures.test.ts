/**
 * The measures of oversight beside those of others: every expected figure was printed by scikit-learn 1.2.1,
 * SciPy 1.10.1 or statsmodels 0.13.5 (Debian 12) on the numbers that stand here, and is quoted as they gave it.
 */
import { describe, expect, it } from 'vitest';
import {
  brierScore,
  expectedCalibrationError,
  logLoss,
} from '../../../src/domain/evaluation/calibration.ts';
import { scoreClasses } from '../../../src/domain/evaluation/class-scores.ts';
import { cohenKappa } from '../../../src/domain/evaluation/cohen-kappa.ts';
import { macroF1 } from '../../../src/domain/evaluation/macro-f1.ts';
import { wilsonInterval } from '../../../src/domain/evaluation/wilson.ts';
import { binomialTail, mcNemar } from '../../../src/domain/math/binomial.ts';
import { chiSquareTail } from '../../../src/domain/math/chi-square.ts';
import { normalCdf, normalQuantile } from '../../../src/domain/math/normal.ts';
import { createRng } from '../../../src/domain/math/rng.ts';
import { confusionPairs } from '../../../src/domain/oversight/confusion.ts';
import { countsTest } from '../../../src/domain/oversight/counts-test.ts';
import { kolmogorovSmirnov } from '../../../src/domain/oversight/kolmogorov-smirnov.ts';
import { adjust } from '../../../src/domain/oversight/many-tests.ts';
import { mmdTest } from '../../../src/domain/oversight/mmd.ts';
import { psi } from '../../../src/domain/oversight/psi.ts';
import { categoriesTest } from '../../../src/domain/oversight/resample.ts';

const TRUTH = [...'aabbcacbabccabacbbcaabcacbbacabbcacbaabc'];
const SAID = [...'aabbcabbabcaabaccbcaabbacbbacabccacbabbc'];
const toSets = (names: readonly string[]): number[][] => names.map((name) => ['abc'.indexOf(name)]);

describe('scikit-learn 1.2.1', () => {
  it('confusion_matrix', () => {
    const judged = TRUTH.map((name, i) => ({
      truth: 'abc'.indexOf(name),
      said: 'abc'.indexOf(SAID[i] ?? ''),
    }));
    const matrix = [0, 1, 2].map((truth) =>
      [0, 1, 2].map(
        (said) =>
          confusionPairs(judged).find((one) => one.truth === truth && one.said === said)?.at
            .length ?? 0,
      ),
    );
    expect(matrix).toEqual([
      [13, 1, 0],
      [0, 12, 2],
      [1, 2, 9],
    ]);
  });

  it('precision_recall_fscore_support and f1_score, one class an item', () => {
    const sets = { truth: toSets(TRUTH), predicted: toSets(SAID), classes: 3 };
    const { classes } = scoreClasses(sets, createRng(1));
    const expected = [
      [0.92857143, 0.92857143, 0.92857143],
      [0.8, 0.85714286, 0.82758621],
      [0.81818182, 0.75, 0.7826087],
    ] as const;
    classes.forEach(({ precision, recall, f1 }, c) => {
      expect(precision?.value).toBeCloseTo(expected[c]?.[0] ?? -1, 8);
      expect(recall?.value).toBeCloseTo(expected[c]?.[1] ?? -1, 8);
      expect(f1?.value).toBeCloseTo(expected[c]?.[2] ?? -1, 8);
    });
    expect(classes.map(({ recall }) => recall?.n)).toEqual([14, 14, 12]);
    expect(macroF1(sets)).toBeCloseTo(0.8462554437067181, 12);
  });

  it('the same with several classes an item', () => {
    const truth = [[0, 2], [1], [0, 1], [2], [0], [1, 2]];
    const predicted = [[0], [1, 2], [0], [2], [], [1, 2]];
    const { classes } = scoreClasses({ truth, predicted, classes: 3 }, createRng(1));
    expect(classes.map(({ precision }) => precision?.value)).toEqual([1, 1, 2 / 3]);
    expect(classes.map(({ recall }) => recall?.value)).toEqual([2 / 3, 2 / 3, 2 / 3]);
    expect(macroF1({ truth, predicted, classes: 3 })).toBeCloseTo(0.7555555555555555, 12);
  });

  it('cohen_kappa_score', () => {
    expect(cohenKappa(TRUTH, SAID)).toBeCloseTo(0.7740112994350282, 12);
  });

  const confidence = [
    0.95, 0.91, 0.88, 0.85, 0.82, 0.77, 0.74, 0.68, 0.61, 0.55, 0.52, 0.97, 0.93, 0.66, 0.58,
  ];
  const isRight = [1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0, 0].map((right) => right === 1);

  it('brier_score_loss and log_loss', () => {
    expect(brierScore(confidence, isRight)).toBeCloseTo(0.19637333333333332, 12);
    const ofTruth = confidence.map((p, i) => (isRight[i] ? p : 1 - p));
    expect(logLoss(ofTruth)).toBeCloseTo(0.5572786517817875, 12);
  });

  it('calibration_curve, weighed to the expected calibration error', () => {
    // n, share right and mean confidence of its five bins: 3, 3, 2, 3 and 4 items.
    const right = [1 / 3, 2 / 3, 0.5, 2 / 3, 1];
    const mean = [0.55, 0.65, 0.755, 0.85, 0.94];
    const error = [3, 3, 2, 3, 4].reduce(
      (sum, n, bin) => sum + (n / 15) * Math.abs((right[bin] ?? 0) - (mean[bin] ?? 0)),
      0,
    );
    expect(error).toBeCloseTo(0.1333333333333333, 12);
    expect(expectedCalibrationError(confidence, isRight)).toBeCloseTo(error, 12);
  });

  it('rbf_kernel and euclidean_distances, put together to the mean discrepancy', () => {
    // Rows 1 to 8 (setosa) and 101 to 106 (virginica) of load_iris; the median square distance is 17.45.
    const setosa = [
      5.1, 3.5, 1.4, 0.2, 4.9, 3.0, 1.4, 0.2, 4.7, 3.2, 1.3, 0.2, 4.6, 3.1, 1.5, 0.2, 5.0, 3.6, 1.4,
      0.2, 5.4, 3.9, 1.7, 0.4, 4.6, 3.4, 1.4, 0.3, 5.0, 3.4, 1.5, 0.2,
    ];
    const virginica = [
      6.3, 3.3, 6.0, 2.5, 5.8, 2.7, 5.1, 1.9, 7.1, 3.0, 5.9, 2.1, 6.3, 2.9, 5.6, 1.8, 6.5, 3.0, 5.8,
      2.2, 7.6, 3.0, 6.6, 2.1,
    ];
    const options = { dims: 4, rng: createRng(1), permutations: 1 };
    const { statistic } = mmdTest(Float32Array.from(setosa), Float32Array.from(virginica), options);
    expect(statistic).toBeCloseTo(1.0044559083331897, 5);
  });
});

describe('SciPy 1.10.1', () => {
  it('ks_2samp: sepal widths of 30 setosa and 25 virginica of load_iris', () => {
    const setosa = [
      3.5, 3.0, 3.2, 3.1, 3.6, 3.9, 3.4, 3.4, 2.9, 3.1, 3.7, 3.4, 3.0, 3.0, 4.0, 4.4, 3.9, 3.5, 3.8,
      3.8, 3.4, 3.7, 3.6, 3.3, 3.4, 3.0, 3.4, 3.5, 3.4, 3.2,
    ];
    const virginica = [
      3.3, 2.7, 3.0, 2.9, 3.0, 3.0, 2.5, 2.9, 2.5, 3.6, 3.2, 2.7, 3.0, 2.5, 2.8, 3.2, 3.0, 3.8, 2.6,
      2.2, 3.2, 2.8, 2.8, 2.7, 3.3,
    ];
    const { statistic, p } = kolmogorovSmirnov(setosa, virginica);
    expect(statistic).toBeCloseTo(0.5866666666666667, 12);
    // Exact 7.0155e-5, its asymptotic form 4.0998e-5: with Stephens' correction within twice the exact one.
    expect(Math.abs(Math.log(p / 7.015503340665337e-5))).toBeLessThan(Math.log(2));
  });

  it('chi2_contingency without correction, and chi2.sf', () => {
    const { statistic, p } = countsTest([90, 60, 12], [45, 70, 30]);
    expect(statistic).toBeCloseTo(22.611483025276122, 9);
    expect(p).toBeCloseTo(1.2302088507549907e-5, 12);
    const two = countsTest([43, 9], [44, 4]);
    expect(two.statistic).toBeCloseTo(1.7774150400145103, 9);
    expect(two.p).toBeCloseTo(0.1824670652605479, 9);
    expect(chiSquareTail(7.3, 4)).toBeCloseTo(0.12085874882121235, 9);
  });

  it('fisher_exact: 8 and 2, 1 and 5, told by shuffling', () => {
    const letters = (a: number, b: number): string[] => [
      ...new Array<string>(a).fill('a'),
      ...new Array<string>(b).fill('b'),
    ];
    const samples = { reference: letters(8, 2), current: letters(1, 5) };
    // Shuffling stops after 20 hits, so one p is rough; the mean of forty is not. Exact: 0.03497.
    const ps = Array.from({ length: 40 }, (_, i) => categoriesTest(samples, createRng(i + 1)).p);
    const mean = ps.reduce((a, b) => a + b, 0) / ps.length;
    expect(mean).toBeGreaterThan(0.034965034965034975 * 0.9);
    expect(mean).toBeLessThan(0.034965034965034975 * 1.15);
  });

  it('entropy, taken both ways: the population stability index', () => {
    const value = psi([120, 240, 310, 205, 90, 35], [80, 190, 300, 230, 120, 80]);
    expect(value).toBeCloseTo(0.07618960987026949, 12);
  });

  it('binom.sf, binom.cdf, norm.ppf and norm.cdf', () => {
    expect(binomialTail(7, 40, 0.1)).toBeCloseTo(0.09951642396555122, 10);
    expect(1 - binomialTail(4, 60, 0.05)).toBeCloseTo(0.6472810116013394, 10);
    expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655446004, 6);
    expect(normalCdf(-1.3)).toBeCloseTo(0.09680048458561036, 6);
  });
});

describe('statsmodels 0.13.5', () => {
  it('proportion_confint, wilson', () => {
    const expected = [
      [0, 10, 0, 0.27753279986288926],
      [1, 10, 0.017876213095072924, 0.40415002679523854],
      [7, 9, 0.45258896910698887, 0.9367748928821533],
      [45, 50, 0.7863976856252034, 0.9565242350681095],
      [81, 263, 0.2552885198782742, 0.36620957698280004],
    ] as const;
    for (const [hits, n, low, high] of expected) {
      expect(wilsonInterval(hits, n).low).toBeCloseTo(low, 10);
      expect(wilsonInterval(hits, n).high).toBeCloseTo(high, 10);
    }
  });

  it('multipletests, fdr_bh', () => {
    const ps = [
      0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269,
      0.275, 0.34, 0.341, 0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
    ];
    const expected = [
      0.025, 0.1, 0.21, 0.21, 0.21, 0.25, 0.264285714286, 0.491071428571, 0.491071428571,
      0.491071428571, 0.491071428571, 0.491071428571, 0.491071428571, 0.491071428571, 0.5328125,
      0.5328125, 0.564705882353, 0.781578947368, 0.781578947368, 0.87, 0.907142857143, 0.986, 0.986,
      0.986, 0.986,
    ];
    adjust(ps).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i] ?? -1, 11);
    });
  });

  it('mcnemar, exact', () => {
    expect(mcNemar(3, 12)).toBeCloseTo(0.03515625, 12);
  });
});
