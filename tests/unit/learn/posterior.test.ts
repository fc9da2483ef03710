import { describe, expect, it } from 'vitest';
import { choleskyFactor, solveLower, solveUpper } from '../../../src/domain/math/cholesky.ts';
import { entropyAfterClass } from '../../../src/domain/query/expected-error.ts';
import { DEFAULT_HYPER } from '../../../workers/learn/head/choose-hyper.ts';
import { fitHead } from '../../../workers/learn/head/fit.ts';
import { createGram } from '../../../workers/learn/head/gram.ts';
import { chooseBasis, MOST_BASIS } from '../../../workers/learn/posterior/basis.ts';
import {
  createPosterior,
  type PosteriorInput,
} from '../../../workers/learn/posterior/posterior.ts';
import { scoreRows } from '../../../workers/learn/session/score-rows.ts';
import { fittedModel } from '../query/make.ts';
import { largestDifference } from './make.ts';

const isAnswered = (row: number): boolean => row % 3 === 1;
const MODEL = { rows: 30, classes: 2, seed: 4, isAnswered } as const;

/** One row as all weights see it: intercept, dense, sparse. */
function rowOf({ features }: PosteriorInput, row: number): number[] {
  const { dense, denseDims, sparse } = features;
  const vector = new Array<number>(1 + denseDims + sparse.columns).fill(0);
  vector[0] = 1;
  for (let k = 0; k < denseDims; k++) vector[1 + k] = dense[row * denseDims + k] as number;
  for (let e = sparse.indptr[row] as number; e < (sparse.indptr[row + 1] as number); e++) {
    const at = 1 + denseDims + (sparse.indices[e] as number);
    vector[at] = (vector[at] ?? 0) + (sparse.values[e] as number);
  }
  return vector;
}

/** x' (Lambda + X' H X)^-1 z among the weights: what the posterior computes among the rows. */
function covarianceOf(model: PosteriorInput, factors: ReadonlyMap<number, number>) {
  const { features, hyper, labels, probabilities, classes, mode } = model;
  const { denseDims, sparse } = features;
  const size = 1 + denseDims + sparse.columns;
  const matrix = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const block = j === 0 ? hyper.intercept : j <= denseDims ? hyper.dense : hyper.sparse;
    matrix[j * size + j] = block * (factors.get(j) ?? 1);
  }
  for (const { row } of labels) {
    const x = rowOf(model, row);
    const p = probabilities.subarray(row * classes, (row + 1) * classes);
    const h = mode === 'multi' ? meanOf(p.map((q) => q * (1 - q))) : 2 * (p[0] ?? 0) * (p[1] ?? 0);
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++)
        matrix[i * size + j] = (matrix[i * size + j] ?? 0) + h * (x[i] ?? 0) * (x[j] ?? 0);
  }
  const factor = choleskyFactor(matrix, size);
  return (a: number, b: number): number => {
    const solved = Float64Array.from(rowOf(model, b));
    solveLower(factor, size, solved);
    solveUpper(factor, size, solved);
    return rowOf(model, a).reduce((sum, value, i) => sum + value * (solved[i] ?? 0), 0);
  };
}

const meanOf = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

const ROWS = Int32Array.of(0, 3, 1);
const OTHERS = Int32Array.of(2, 3, 29, 4);

// Balanced classes, so that every row weighs 1.
describe.each(['single', 'multi'] as const)('the posterior, %s', (mode) => {
  const model = fittedModel({ ...MODEL, mode });

  it('has the covariance of the weights', () => {
    const expected = covarianceOf(model, new Map());
    const found = createPosterior(model).covariance(ROWS, OTHERS);
    const wanted = [...ROWS].flatMap((a) => [...OTHERS].map((b) => expected(a, b)));
    expect(largestDifference(found, wanted)).toBeLessThan(1e-5);
  });

  it('has the variances on its diagonal, below those of the prior', () => {
    const posterior = createPosterior(model);
    const whole = posterior.covariance(ROWS, ROWS);
    const variances = posterior.variances(ROWS);
    const lengths = posterior.lengths(ROWS);
    variances.forEach((variance, i) => {
      expect(variance).toBeCloseTo(whole[i * ROWS.length + i] as number, 5);
      expect(variance).toBeLessThan((lengths[i] as number) ** 2);
    });
  });

  it('is the same by the products that the head was solved with', () => {
    const gram = createGram(() => model.features);
    const priors = [{ block: 'sparse', column: 1, factor: 7 }] as const;
    const anew = createPosterior({ ...model, priors }).covariance(ROWS, OTHERS);
    const known = createPosterior({ ...model, priors, gram }).covariance(ROWS, OTHERS);
    expect(largestDifference(known, anew)).toBeLessThan(1e-6);
  });

  it('heeds what a person said of columns', () => {
    const priors = [
      { block: 'dense', column: 2, factor: 100 },
      { block: 'sparse', column: 1, factor: 7, means: [0.5, -0.5] },
    ] as const;
    const expected = covarianceOf(
      model,
      new Map([
        [3, 100],
        [1 + 8 + 1, 7],
      ]),
    );
    const posterior = createPosterior({ ...model, priors });
    const wanted = [...ROWS].flatMap((a) => [...OTHERS].map((b) => expected(a, b)));
    expect(largestDifference(posterior.covariance(ROWS, OTHERS), wanted)).toBeLessThan(1e-5);
    const own = [...ROWS].map((row) => expected(row, row));
    expect(largestDifference(posterior.variances(ROWS), own)).toBeLessThan(1e-5);
  });

  it('draws models with just that covariance about the model as it stands', () => {
    const members = 4_000;
    const posterior = createPosterior(model);
    const drawn = posterior.sample(ROWS, members);
    const covariance = posterior.covariance(ROWS, ROWS);
    // Of two classes the difference of their scores is seen: twice the variance of one.
    const times = mode === 'multi' ? 1 : 2;
    const scoreOf = (p: ArrayLike<number>, at: number): number =>
      mode === 'multi'
        ? Math.log((p[at] as number) / (1 - (p[at] as number)))
        : Math.log((p[at] as number) / (p[at + 1] as number));
    const scores = [...ROWS].map((row, i) =>
      Array.from(
        { length: members },
        (_, k) => scoreOf(drawn, (k * ROWS.length + i) * 2) - scoreOf(model.probabilities, row * 2),
      ),
    );
    scores.forEach((a, i) => {
      const variance = times * (covariance[i * 4] as number);
      expect(Math.abs(meanOf(a))).toBeLessThan(5 * Math.sqrt(variance / members));
      scores.forEach((b, j) => {
        const product = meanOf(a.map((value, k) => value * (b[k] as number)));
        const expected = times * (covariance[i * ROWS.length + j] as number);
        const other = times * (covariance[j * 4] as number);
        // The variance of a product of two normals is at most twice that of its factors' product.
        const error = Math.sqrt((2 * variance * other) / members);
        expect(Math.abs(product - expected)).toBeLessThan(5 * error);
      });
    });
  });

  it('gives equal draws to equal seeds, others to others', () => {
    const draw = (seed: number): Float32Array =>
      createPosterior({ ...model, seed }).sample(ROWS, 8);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });
});

describe('without labels', () => {
  it('is the prior', () => {
    const model = { ...fittedModel({ ...MODEL, mode: 'single' }), labels: [] };
    const posterior = createPosterior(model);
    const variances = posterior.variances(ROWS);
    const lengths = posterior.lengths(ROWS);
    variances.forEach((variance, i) => {
      expect(variance).toBeCloseTo((lengths[i] as number) ** 2, 5);
    });
    expect(posterior.sample(ROWS, 2).length).toBe(2 * ROWS.length * 2);
  });
});

describe('more rows than one factor bears', () => {
  const labels = Array.from({ length: 1_000 }, (_, row) => ({ row, classes: [row % 2] }));
  const classes = 2;
  const targets = {
    ...{ rows: labels.length, classes, mode: 'single' as const },
    truth: new Float64Array(2_000),
    weights: new Float64Array(1_000).fill(1),
  };
  const responses = Float64Array.from({ length: 2_000 }, (_, i) => {
    const p = 0.02 + 0.0009 * Math.floor(i / 2);
    return i % 2 === 0 ? p : 1 - p;
  });
  const variances = Float64Array.from(labels, (_, i) => 1 + (i % 5));

  it('are sampled so that their weight stays the same', () => {
    const basis = chooseBasis({ labels, targets, responses, variances });
    expect(basis.length).toBeLessThanOrEqual(MOST_BASIS);
    const own = labels.map((_, i) => {
      const p = responses[2 * i] as number;
      return 2 * p * (1 - p) * (variances[i] as number);
    });
    const kept = basis.map(({ label, curvature }) => curvature * (variances[label.row] as number));
    const total = own.reduce((sum, value) => sum + value, 0);
    expect(kept.reduce((sum, value) => sum + value, 0)).toBeCloseTo(total, 6);
    expect(chooseBasis({ labels, targets, responses, variances })).toEqual(basis);
  });
});

describe('one step of the posterior', () => {
  // A rare class raises all its rows when it has one more: a step leaves that out.
  const hyper = { ...DEFAULT_HYPER, balance: 0 };
  const model = fittedModel({ ...MODEL, rows: 60, classes: 3, mode: 'single', hyper });
  const items = Int32Array.from({ length: 20 }, (_, i) => 3 * i);

  /** Mean entropy of the items, as expected before row 2 is answered, by fitting each answer. */
  function fittedEntropy(own: Float32Array): number {
    const { features, classes, mode } = model;
    return [0, 1, 2].reduce((sum, answer) => {
      const labels = [...model.labels, { row: 2, classes: [answer] }];
      const problem = { features, labels, classes, mode, hyper, priors: [] };
      const gram = createGram(() => features);
      const { weights } = fitHead({ ...problem, gram, start: { dual: new Map(), found: null } });
      const after = scoreRows({ features, rows: [...items], head: weights, mode });
      const entropy = after.reduce((total, q) => total - q * Math.log(q), 0) / items.length;
      return sum + (own[answer] as number) * entropy;
    }, 0);
  }

  it('foresees what a fit with one more answer does', () => {
    const { probabilities } = model;
    const asked = Int32Array.of(2);
    const posterior = createPosterior(model);
    const own = probabilities.slice(6, 9);
    const seen = [...items].flatMap((row) => [...probabilities.subarray(row * 3, row * 3 + 3)]);
    const variance = posterior.variances(asked)[0] as number;
    const covariance = posterior.covariance(asked, items);
    const prospect = { own, variance, items: Float32Array.from(seen) };
    const foreseen = entropyAfterClass({ ...prospect, covariance });
    const still = entropyAfterClass({ ...prospect, covariance: covariance.map(() => 0) });
    const fitted = fittedEntropy(own);
    expect(still).toBeGreaterThan(fitted);
    expect(Math.abs(foreseen - fitted)).toBeLessThan(0.3 * (still - fitted));
  });
});
