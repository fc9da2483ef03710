import { describe, expect, it } from 'vitest';
import type { Features } from '../../../src/modalities/contract.ts';
import { createDesign } from '../../../workers/learn/head/design.ts';
import { createGram } from '../../../workers/learn/head/gram.ts';
import { multiplySquare } from '../../../workers/learn/head/lanes.ts';
import { solveDual } from '../../../workers/learn/head/solve.ts';
import { solvePrimal } from '../../../workers/learn/head/solve-primal.ts';
import { buildTargets } from '../../../workers/learn/head/targets.ts';
import type { HeadMode, HyperParameters } from '../../../workers/learn/head/types.ts';
import { weightsOf } from '../../../workers/learn/head/weights.ts';
import { labelsOf, largestDifference, makePool, upTo } from './make.ts';

const HYPER: HyperParameters = { sparse: 1, dense: 0.1, intercept: 10, balance: 0.5 };

function problemOf(features: Features, rows: number, classes: number, mode: HeadMode) {
  const labels = labelsOf(upTo(rows), classes);
  return { features, labels, targets: buildTargets({ labels, classes, mode, balance: 0.5 }) };
}

function solveByRows({ features, labels, targets }: ReturnType<typeof problemOf>) {
  const gram = createGram(() => features);
  gram.setRows(labels.map(({ row }) => row));
  const kernel = new Float64Array(labels.length ** 2);
  gram.combine(kernel, HYPER);
  const { dual } = solveDual({ kernel, ...targets });
  return weightsOf({ features, labels, dual, hyper: HYPER, classes: targets.classes });
}

describe('sought among the rows or among the weights', () => {
  it.each([1, 2, 3, 4, 5, 9])('%i classes: the same optimum', (classes) => {
    for (const mode of ['single', 'multi'] as const) {
      const problem = problemOf(makePool(120, classes), 80, classes, mode);
      const byRows = solveByRows(problem);
      const { weights } = solvePrimal({ ...problem, hyper: HYPER });
      for (const block of ['sparse', 'dense', 'intercept'] as const)
        expect(largestDifference(weights[block], byRows[block])).toBeLessThan(2e-4);
    }
  });
});

describe('a problem with a known answer', () => {
  // Two rows +1 and -1, one column, two classes, precision 1, all but no intercept:
  // v = w_1 = -w_0 solves v = 2 (1 - s(2 v)) with s the logistic function.
  const features: Features = {
    rows: 2,
    denseDims: 1,
    dense: Float32Array.of(1, -1),
    sparse: {
      rows: 2,
      columns: 0,
      indptr: new Uint32Array(3),
      indices: new Uint32Array(0),
      values: new Float32Array(0),
    },
  };
  const labels = [
    { row: 0, classes: [1] },
    { row: 1, classes: [0] },
  ];
  const targets = buildTargets({ labels, classes: 2, mode: 'single', balance: 1 });
  const hyper = { sparse: 1, dense: 1, intercept: 1e6, balance: 1 };

  it('is found', () => {
    const { weights } = solvePrimal({ features, labels, targets, hyper });
    const v = weights.dense[1] as number;
    expect(v).toBeCloseTo(2 * (1 - 1 / (1 + Math.exp(-2 * v))), 5);
    expect(weights.dense[0]).toBeCloseTo(-v, 6);
  });
});

describe('products four classes at a time', () => {
  it.each([1, 3, 4, 6])('equal the plain ones for %i columns', (width) => {
    const size = 11;
    const matrix = Float64Array.from({ length: size * size }, (_, i) => Math.sin(i));
    const vector = Float64Array.from({ length: size * width }, (_, i) => Math.cos(i));
    const plain = Float64Array.from({ length: size * width }, (_, at) => {
      const [i, c] = [Math.floor(at / width), at % width];
      return upTo(size).reduce(
        (sum, j) => sum + (matrix[i * size + j] as number) * (vector[j * width + c] as number),
        0,
      );
    });
    expect(largestDifference(multiplySquare(matrix, vector, size, width), plain)).toBeLessThan(
      1e-12,
    );
  });

  it("the transpose is the transpose: <Xw, v> = <w, X'v>", () => {
    const design = createDesign(makePool(50, 5), labelsOf([3, 17, 8, 40], 5));
    const w = Float64Array.from({ length: design.columns * 5 }, (_, i) => Math.sin(i));
    const v = Float64Array.from({ length: 4 * 5 }, (_, i) => Math.cos(i));
    const inner = (a: Float64Array, b: Float64Array) =>
      a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
    expect(inner(design.times(w, 5), v)).toBeCloseTo(inner(w, design.transposedTimes(v, 5)), 9);
  });
});
