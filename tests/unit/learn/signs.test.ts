/** Signs on weights: against a projected gradient written down plainly, and exact to take back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalsOf, projectOnCone } from '../../../workers/learn/head/cone.ts';
import { fitHead } from '../../../workers/learn/head/fit.ts';
import { createGram } from '../../../workers/learn/head/gram.ts';
import type { FeaturePrior } from '../../../workers/learn/head/priors.ts';
import type { HeadMode, LabelledRow } from '../../../workers/learn/head/types.ts';
import type { HeadWeights } from '../../../workers/learn/head/weights.ts';
import { labelsOf, largestDifference, makePool, upTo } from './make.ts';

const HYPER = { sparse: 0.3, dense: 0.5, intercept: 10, balance: 0 };
const CLASSES = 3;

function solveFor(
  priors: readonly FeaturePrior[],
  { rows = 60, mode = 'single' as HeadMode, pool = makePool(rows, CLASSES) } = {},
): HeadWeights {
  const labels = labelsOf(upTo(rows), CLASSES);
  return fitHead({
    ...{ features: pool, labels, classes: CLASSES, mode, hyper: HYPER, priors },
    ...{ gram: createGram(() => pool), start: { dual: new Map(), found: null } },
  }).weights;
}

/** Value of what is minimised, straight from its definition. */
function objective(weights: HeadWeights, labels: readonly LabelledRow[], mode: HeadMode): number {
  const pool = makePool(labels.length, CLASSES);
  let sum = 0;
  const square = (values: Float32Array): number => values.reduce((all, one) => all + one * one, 0);
  for (const { row, classes } of labels) {
    const scores = [...weights.intercept];
    for (let c = 0; c < CLASSES; c++) {
      for (let k = 0; k < pool.denseDims; k++)
        scores[c] =
          (scores[c] ?? 0) +
          (pool.dense[row * pool.denseDims + k] ?? 0) * (weights.dense[k * CLASSES + c] ?? 0);
      for (let e = pool.sparse.indptr[row] ?? 0; e < (pool.sparse.indptr[row + 1] ?? 0); e++)
        scores[c] =
          (scores[c] ?? 0) +
          (pool.sparse.values[e] ?? 0) *
            (weights.sparse[(pool.sparse.indices[e] ?? 0) * CLASSES + c] ?? 0);
    }
    if (mode === 'multi')
      scores.forEach((score, c) => {
        sum += Math.log1p(Math.exp(classes.includes(c) ? -score : score));
      });
    else {
      const top = Math.max(...scores);
      const total = scores.reduce((all, score) => all + Math.exp(score - top), 0);
      sum += top + Math.log(total) - (scores[classes[0] ?? 0] ?? 0);
    }
  }
  return (
    sum +
    (HYPER.sparse * square(weights.sparse) +
      HYPER.dense * square(weights.dense) +
      HYPER.intercept * square(weights.intercept)) /
      2
  );
}

const slackOf = (weights: HeadWeights, column: number, signs: readonly number[], mode: HeadMode) =>
  normalsOf(signs, mode).map((normal) =>
    normal.reduce((sum, n, c) => sum + n * (weights.sparse[column * CLASSES + c] ?? 0), 0),
  );

const anySigns = fc.array(fc.constantFrom(-1, 0, 1), { minLength: CLASSES, maxLength: CLASSES });
const anyPriors = fc
  .uniqueArray(fc.record({ column: fc.nat(CLASSES + 19), signs: anySigns }), {
    ...{ minLength: 1, maxLength: 5, selector: ({ column }: { column: number }) => column },
  })
  .map((found) => found.map((one) => ({ block: 'sparse' as const, ...one })));
const anyMode = fc.constantFrom<HeadMode>('single', 'multi');

describe('a cone', () => {
  it('takes the nearest point: no allowed point lies nearer', () => {
    const number = fc.double({ min: -3, max: 3, noNaN: true });
    const point = fc.array(number, { minLength: CLASSES, maxLength: CLASSES });
    fc.assert(
      fc.property(point, point, anySigns, anyMode, (from, other, signs, mode) => {
        const normals = normalsOf(signs, mode);
        const near = projectOnCone(Float64Array.from(from), normals).point;
        const allowed = projectOnCone(Float64Array.from(other), normals).point;
        const far = (a: Float64Array) =>
          from.reduce((sum, v, c) => sum + (v - (a[c] ?? 0)) ** 2, 0);
        expect(far(near)).toBeLessThanOrEqual(far(allowed) + 1e-6);
        for (const normal of normals)
          expect(normal.reduce((sum, n, c) => sum + n * (near[c] ?? 0), 0)).toBeGreaterThan(-1e-6);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the optimum under signs', () => {
  it('keeps every sign, and no allowed point beside it is better', () => {
    fc.assert(
      fc.property(anyPriors, anyMode, (priors, mode) => {
        const weights = solveFor(priors, { mode });
        const labels = labelsOf(upTo(60), CLASSES);
        const least = objective(weights, labels, mode);
        for (const { column, signs } of priors) {
          for (const slack of slackOf(weights, column, signs, mode))
            expect(slack).toBeGreaterThan(-1e-5);
          const own = weights.sparse.subarray(column * CLASSES, (column + 1) * CLASSES);
          for (let c = 0; c < CLASSES; c++)
            for (const step of [0.02, -0.02]) {
              const moved = Float64Array.from(own);
              moved[c] = (moved[c] ?? 0) + step;
              const sparse = weights.sparse.slice();
              sparse.set(projectOnCone(moved, normalsOf(signs, mode)).point, column * CLASSES);
              const there = objective({ ...weights, sparse }, labels, mode);
              expect(there).toBeGreaterThan(least - 1e-5);
            }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the plain optimum where that keeps the signs already, and withdrawn without trace', () => {
    const plain = solveFor([]);
    const signs = [1, 0, 0];
    const kept = upTo(CLASSES + 20).filter((column) =>
      slackOf(plain, column, signs, 'single').every((slack) => slack > 0.01),
    );
    expect(kept.length).toBeGreaterThan(0);
    const held = solveFor(kept.map((column) => ({ block: 'sparse', column, signs })));
    expect(largestDifference(held.sparse, plain.sparse)).toBeLessThan(1e-5);
    expect(solveFor([])).toEqual(plain);
  });

  it('changes what spoke against them, and only as far as it must', () => {
    const plain = solveFor([]);
    const signs = [-1, 0, 0];
    expect(Math.min(...slackOf(plain, 0, signs, 'single'))).toBeLessThan(-0.1);
    const held = solveFor([{ block: 'sparse', column: 0, signs }]);
    expect(Math.abs(slackOf(held, 0, signs, 'single')[0] ?? 1)).toBeLessThan(1e-5);
  });

  it('is the same sought among the weights (many rows) as among the rows', () => {
    const rows = 1_300;
    const pool = makePool(rows, CLASSES);
    const priors = [0, 1, 5].map(
      (column) => ({ block: 'sparse', column, signs: [-1, 1, 0] }) as const,
    );
    const many = solveFor(priors, { rows, pool });
    for (const { column, signs } of priors)
      for (const slack of slackOf(many, column, signs, 'single'))
        expect(slack).toBeGreaterThan(-1e-5);
    const labels = labelsOf(upTo(rows), CLASSES);
    expect(objective(many, labels, 'single')).toBeGreaterThan(
      objective(solveFor([], { rows, pool }), labels, 'single'),
    );
  });

  it('refuses signs that do not fit', async () => {
    const { checkPriors } = await import('../../../workers/learn/head/priors.ts');
    const pool = makePool(10, CLASSES);
    const bad = [{ block: 'sparse', column: 0, signs: [1, 2, 0] }] as const;
    expect(() => checkPriors(bad, pool, CLASSES)).toThrow(/signs \[1,2,0\]/);
    const dense = [{ block: 'dense', column: 0, signs: [1, 0, 0] }] as const;
    expect(() => checkPriors(dense, pool, CLASSES)).toThrow(/dense column 0/);
  });
});
