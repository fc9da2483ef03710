import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import type { Features } from '../../../src/modalities/contract.ts';
import type { Engine } from '../../../workers/learn/engine/engine.ts';
import { openEngine } from '../../../workers/learn/engine/open.ts';
import { DUAL_LIMIT } from '../../../workers/learn/head/fit.ts';
import {
  createLearner,
  type FeaturePrior,
  type LabelledRow,
  type Learner,
} from '../../../workers/learn/learner.ts';
import { labelsOf, largestDifference, makePool, upTo } from './make.ts';

const CLASSES = 3;
const features = makePool(400, CLASSES);
let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('cpu');
});

const fresh = (pool: Features = features): Learner =>
  createLearner({ features: pool, classes: CLASSES, mode: 'single', engine });

/** The rows listed, as a matrix of their own. */
function take(pool: Features, rows: readonly number[]): Features {
  const { denseDims, sparse } = pool;
  const entries = rows.map((row) => [
    sparse.indptr[row] as number,
    sparse.indptr[row + 1] as number,
  ]);
  const cut = <T extends Float32Array | Uint32Array>(array: T): number[] =>
    entries.flatMap(([from, to]) => [...array.subarray(from, to)]);
  return {
    rows: rows.length,
    denseDims,
    dense: Float32Array.from(
      rows.flatMap((row) => [...pool.dense.subarray(row * denseDims, (row + 1) * denseDims)]),
    ),
    sparse: {
      rows: rows.length,
      columns: sparse.columns,
      indptr: Uint32Array.from([0, ...entries.map((_, i) => 2 * (i + 1))]),
      indices: Uint32Array.from(cut(sparse.indices)),
      values: Float32Array.from(cut(sparse.values)),
    },
  };
}

const weightsOf = (learner: Learner): number[] => {
  const { sparse, dense, intercept } = learner.snapshot();
  return [...sparse, ...dense, ...intercept];
};

describe('virtual rows', () => {
  it('teach as an item of the same content would', async () => {
    const labels = labelsOf(upTo(12), CLASSES);
    const item: LabelledRow = { row: 50, classes: [1] };
    const asItem = fresh();
    await asItem.learn([...labels, { ...item, isVirtual: true }]);
    const asCopy = fresh();
    const row = asCopy.appendVirtual(take(features, [50]));
    expect(row).toBe(400);
    await asCopy.learn([...labels, { row, classes: [1], isVirtual: true }]);
    expect(largestDifference(weightsOf(asCopy), weightsOf(asItem))).toBeLessThan(1e-6);
    expect(asCopy.probabilities.length).toBe(400 * CLASSES);
  });

  it('with shares of classes draw the boundary there', async () => {
    const learner = fresh();
    const row = learner.appendVirtual(take(features, [60]));
    const boundary = { row, classes: [0, 1], target: [0.5, 0.5, 0], weight: 100, isVirtual: true };
    await learner.learn([...labelsOf(upTo(12), CLASSES), boundary]);
    const [a = 0, b = 0, c = 0] = await learner.score(take(features, [60]));
    expect(Math.abs(a - b)).toBeLessThan(0.05);
    expect(c).toBeLessThan(0.2);
  });

  it('that must not matter draw the scores of both together', async () => {
    const labels = labelsOf(upTo(30), CLASSES);
    const difference = subtract(take(features, [90]), take(features, [91]));
    const gap = async (learner: Learner): Promise<number> => {
      const p = await learner.score(take(features, [90, 91]));
      return Math.abs(Math.log((p[0] as number) / (p[3] as number)));
    };
    const plain = fresh();
    await plain.learn(labels);
    const taught = fresh();
    const row = taught.appendVirtual(difference);
    const square = { row, classes: [], loss: 'square', weight: 50, isVirtual: true } as const;
    await taught.learn([...labels, square]);
    expect(await gap(taught)).toBeLessThan((await gap(plain)) / 5);
  });
});

function subtract(a: Features, b: Features): Features {
  const sums = new Map<number, number>();
  a.sparse.indices.forEach((column, e) => void sums.set(column, a.sparse.values[e] as number));
  b.sparse.indices.forEach((column, e) => {
    sums.set(column, (sums.get(column) ?? 0) - (b.sparse.values[e] as number));
  });
  const columns = [...sums.keys()].sort((x, y) => x - y);
  return {
    ...a,
    dense: a.dense.map((value, k) => value - (b.dense[k] as number)),
    sparse: {
      ...a.sparse,
      indptr: Uint32Array.from([0, columns.length]),
      indices: Uint32Array.from(columns),
      values: Float32Array.from(columns, (column) => sums.get(column) ?? 0),
    },
  };
}

describe('rules', () => {
  const means = [1, -0.5, -0.5];
  const weightAt = async (prior: FeaturePrior, count: number): Promise<number> => {
    const learner = fresh();
    learner.setPriors([prior]);
    // Labels that speak against the prior: rows with the word are never of its class.
    const rows = upTo(400).filter((row) => row % CLASSES !== 0);
    await learner.learn(labelsOf(rows.slice(0, count), CLASSES));
    return learner.snapshot().sparse[5 * CLASSES] as number;
  };

  it('keep their share where hints fade', async () => {
    const hint: FeaturePrior = { block: 'sparse', column: 5, means };
    const rule = { ...hint, isRule: true };
    expect(await weightAt(rule, 260)).toBeGreaterThan((await weightAt(hint, 260)) + 0.02);
  });
});

/** Acts of feedback in any order; the model must be that of those which are left. */
interface Act {
  readonly kind: 'prior' | 'copy' | 'square' | 'evidence';
  readonly at: number;
  readonly isRule: boolean;
}
const act = fc.record({
  kind: fc.constantFrom<Act['kind'][]>('prior', 'copy', 'square', 'evidence'),
  at: fc.integer({ min: 0, max: 19 }),
  isRule: fc.boolean(),
});

function teach(learner: Learner, labels: readonly LabelledRow[], acts: readonly Act[]) {
  const rows = acts.map(({ at }) => learner.appendVirtual(take(features, [300 + at])));
  const priors = new Map<number, FeaturePrior>();
  const extra: LabelledRow[] = [];
  acts.forEach(({ kind, at, isRule }, i) => {
    const row = rows[i] as number;
    const classes = [at % CLASSES];
    if (kind === 'evidence')
      extra.push({
        row,
        classes,
        weight: 3,
        isVirtual: true,
        isProposed: true,
        isDifference: true,
      });
    else if (kind === 'copy') extra.push({ row, classes, isVirtual: true });
    else if (kind === 'square')
      extra.push({ row, classes: [], loss: 'square', weight: 3, isVirtual: true });
    else
      priors.set(at, {
        block: 'sparse',
        column: at,
        factor: at % 2 ? 100 : 1,
        means: at % 2 ? [0, 0, 0] : [1, -0.5, -0.5],
        isRule,
      });
  });
  learner.setPriors([...priors.values()]);
  return learner.learn([...labels, ...extra]);
}

describe('withdrawing', () => {
  it('gives the model that never had it, whatever was said and taken back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { maxLength: 8 }),
        fc.array(act, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 40 }),
        async (kept, withdrawn, count) => {
          const labels = labelsOf(upTo(count), CLASSES);
          const wavering = fresh();
          await teach(wavering, labels.slice(0, count / 2), withdrawn);
          await teach(wavering, labels, [...kept, ...withdrawn]);
          await teach(wavering, labels, kept);
          const steady = fresh();
          await teach(steady, labels, kept);
          expect(largestDifference(weightsOf(wavering), weightsOf(steady))).toBeLessThan(1e-6);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('does so too with more labels than the dual takes', async () => {
    const pool = makePool(DUAL_LIMIT + 200, CLASSES, 7);
    const labels = labelsOf(upTo(DUAL_LIMIT + 50), CLASSES);
    const prior: FeaturePrior = { block: 'sparse', column: 4, means: [1, -0.5, -0.5] };
    const wavering = fresh(pool);
    wavering.setPriors([prior, { block: 'sparse', column: 7, factor: 100 }]);
    await wavering.learn(labels);
    wavering.setPriors([]);
    await wavering.learn(labels);
    const steady = fresh(pool);
    await steady.learn(labels);
    expect(largestDifference(weightsOf(wavering), weightsOf(steady))).toBeLessThan(1e-4);
  });
});

describe('determinism', () => {
  it('does not depend on when virtual rows were appended', async () => {
    const rng = createRng(3);
    const labels = labelsOf(upTo(20), CLASSES);
    const one = fresh();
    for (let i = 0; i < 200; i++) one.appendVirtual(take(features, [rng.integer(400)]));
    const late = one.appendVirtual(take(features, [77]));
    await one.learn([...labels, { row: late, classes: [2], isVirtual: true }]);
    const other = fresh();
    const early = other.appendVirtual(take(features, [77]));
    await other.learn([...labels, { row: early, classes: [2], isVirtual: true }]);
    expect(largestDifference(weightsOf(one), weightsOf(other))).toBeLessThan(1e-6);
  });
});
