import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../workers/learn/engine/engine.ts';
import { openTfEngine } from '../../../workers/learn/engine/tf-engine.ts';
import { createLearner, type LabelledRow, type Learner } from '../../../workers/learn/learner.ts';
import { labelsOf, largestDifference, makePool, truthOf, upTo } from './make.ts';
import { wasmFiles } from './wasm-files.ts';

const CLASSES = 3;
const features = makePool(300, CLASSES);
let engine: Engine;
beforeAll(async () => {
  engine = await openTfEngine('wasm', wasmFiles);
});

const fresh = (classes = CLASSES, mode: 'single' | 'multi' = 'single', pool = features): Learner =>
  createLearner({ features: pool, classes, mode, engine });

async function learned(labels: readonly LabelledRow[]): Promise<Float32Array> {
  const learner = fresh();
  await learner.learn(labels);
  learner.dispose();
  return learner.probabilities;
}

describe('the optimum', () => {
  it('is the same from a warm start as from a cold one', async () => {
    const learner = fresh();
    for (const n of upTo(60)) await learner.learn(labelsOf(upTo(n + 1), CLASSES));
    const cold = await learned(labelsOf(upTo(60), CLASSES));
    expect(largestDifference(learner.probabilities, cold)).toBeLessThan(1e-5);
  });

  it('is bit for bit the same on repeat', async () => {
    const labels = labelsOf(upTo(40), CLASSES);
    expect(await learned(labels)).toEqual(await learned(labels));
  });

  it('does not remember an answer that was taken back', async () => {
    const learner = fresh();
    const labels = labelsOf(upTo(30), CLASSES);
    await learner.learn(labels);
    await learner.learn([...labels, { row: 31, classes: [0] }]);
    await learner.learn(labels);
    expect(largestDifference(learner.probabilities, await learned(labels))).toBeLessThan(1e-5);
  });

  it('does not depend on how often it was idle', async () => {
    const learner = fresh();
    for (const n of [10, 20, 30, 40]) {
      await learner.learn(labelsOf(upTo(n), CLASSES));
      await learner.idle();
    }
    const cold = await learned(labelsOf(upTo(40), CLASSES));
    expect(largestDifference(learner.probabilities, cold)).toBeLessThan(1e-5);
  });

  it('is the same sought among the weights (many labels): warm, cold and once again', async () => {
    const pool = makePool(2_000, CLASSES);
    const warm = fresh(CLASSES, 'single', pool);
    await warm.learn(labelsOf(upTo(1_150), CLASSES));
    await warm.learn(labelsOf(upTo(1_300), CLASSES));
    const cold = fresh(CLASSES, 'single', pool);
    await cold.learn(labelsOf(upTo(1_300), CLASSES));
    expect(largestDifference(warm.probabilities, cold.probabilities)).toBeLessThan(1e-5);
  });
});

describe('what it learns', () => {
  it('is uniform before the first answer', () => {
    expect(largestDifference(fresh().probabilities, new Float32Array(900).fill(1 / 3))).toBe(0);
    expect(fresh(2, 'multi').probabilities.every((p) => p === 0.5)).toBe(true);
  });

  it('tells the classes apart, with probabilities that sum to one', async () => {
    const probabilities = await learned(labelsOf(upTo(30), CLASSES));
    let right = 0;
    for (const row of upTo(300)) {
      const own = [...probabilities.subarray(row * CLASSES, (row + 1) * CLASSES)];
      expect(own.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
      if (own.indexOf(Math.max(...own)) === truthOf(row, CLASSES)) right += 1;
    }
    expect(right).toBeGreaterThan(270);
  });

  it('learns several classes per item, and none', async () => {
    const learner = fresh(CLASSES, 'multi');
    const labels = upTo(60).map((row) => ({ row, classes: row % 3 === 2 ? [] : [row % 3] }));
    await learner.learn(labels);
    const probabilityOf = (row: number, c: number) =>
      learner.probabilities[row * CLASSES + c] ?? -1;
    expect(probabilityOf(99, 0)).toBeGreaterThan(0.5);
    expect(probabilityOf(99, 1)).toBeLessThan(0.5);
    expect(probabilityOf(101, 0)).toBeLessThan(0.5);
  });

  it('keeps finite with one class answered, a class never answered, and contradictions', async () => {
    for (const labels of [
      [{ row: 0, classes: [0] }],
      labelsOf([0, 3, 6, 1], CLASSES),
      upTo(6).map((row) => ({ row: 0, classes: [row % 3] })),
    ]) {
      expect((await learned(labels)).every(Number.isFinite)).toBe(true);
    }
  });
});

describe('priors', () => {
  const labels = labelsOf(upTo(12), CLASSES);
  const probabilityFor0 = async (priors: Parameters<Learner['setPriors']>[0], row: number) => {
    const learner = fresh();
    learner.setPriors(priors);
    await learner.learn(labels);
    return learner.probabilities[row * CLASSES] as number;
  };

  it('move the weights: a feature that speaks for a class raises it where it occurs', async () => {
    const row = 100;
    const column = features.sparse.indices[2 * row + 1] as number;
    const before = await probabilityFor0([], row);
    const prior = { block: 'sparse', column, means: [1.5, 0, 0] } as const;
    expect(await probabilityFor0([prior], row)).toBeGreaterThan(before + 0.05);
    const elsewhere = upTo(300).find(
      (r) => !features.sparse.indices.subarray(2 * r, 2 * r + 2).includes(column),
    ) as number;
    const change =
      (await probabilityFor0([prior], elsewhere)) - (await probabilityFor0([], elsewhere));
    expect(Math.abs(change)).toBeLessThan(0.05);
  });

  it('silence a feature, but not for ever', async () => {
    const learner = fresh();
    learner.setPriors([{ block: 'sparse', column: 0, factor: 100 }]);
    const free = fresh();
    const weightOf = (one: Learner) => Math.abs(one.snapshot().sparse[0] as number);
    await learner.learn(labels);
    await free.learn(labels);
    expect(weightOf(learner)).toBeLessThan(weightOf(free) / 20);
    expect(weightOf(learner)).toBeGreaterThan(0);
  });

  it('leave no trace when they are withdrawn', async () => {
    const learner = fresh();
    await learner.learn(labels);
    learner.setPriors([{ block: 'dense', column: 1, factor: 10, means: [1, 0, -1] }]);
    await learner.learn(labels);
    learner.setPriors([]);
    await learner.learn(labels);
    expect(largestDifference(learner.probabilities, await learned(labels))).toBeLessThan(1e-5);
  });

  it('refuse what does not fit, naming it', () => {
    expect(() => fresh().setPriors([{ block: 'sparse', column: 999 }])).toThrow(/999/);
    expect(() => fresh().setPriors([{ block: 'dense', column: 0, factor: 0 }])).toThrow(/factor 0/);
    expect(() => fresh().setPriors([{ block: 'dense', column: 0, means: [1] }])).toThrow(
      /3 numbers/,
    );
  });
});

describe('lifetime', () => {
  it('scores the pool alike after a snapshot is restored elsewhere', async () => {
    const learner = fresh();
    await learner.learn(labelsOf(upTo(20), CLASSES));
    const other = fresh();
    other.restore(structuredClone(learner.snapshot()));
    expect(largestDifference(await other.score(features), learner.probabilities)).toBe(0);
  });

  it('leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    const learner = fresh();
    const held = tf.memory().numTensors;
    for (const n of [5, 10, 15]) await learner.learn(labelsOf(upTo(n), CLASSES));
    await learner.score(features);
    await learner.idle();
    expect(tf.memory().numTensors).toBe(held);
    learner.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
