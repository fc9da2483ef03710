import { beforeAll, describe, expect, it } from 'vitest';
import type { Features } from '../../../src/modalities/contract.ts';
import type { Engine } from '../../../workers/learn/engine/engine.ts';
import { openEngine } from '../../../workers/learn/engine/open.ts';
import { createLearner, type LabelledRow, type Learner } from '../../../workers/learn/learner.ts';
import { labelsOf, largestDifference, makePool, upTo } from './make.ts';

const CLASSES = 3;
const features = makePool(300, CLASSES);
let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('cpu');
});

const fresh = (): Learner => createLearner({ features, classes: CLASSES, mode: 'single', engine });
const weightsOf = (learner: Learner): number[] => {
  const { sparse, dense, intercept } = learner.snapshot();
  return [...sparse, ...dense, ...intercept];
};

/** A row with these values in the dense part and nothing else. */
function denseRow(values: (k: number) => number): Features {
  const { denseDims, sparse } = features;
  return {
    rows: 1,
    denseDims,
    dense: Float32Array.from({ length: denseDims }, (_, k) => values(k)),
    sparse: {
      rows: 1,
      columns: sparse.columns,
      indptr: new Uint32Array(2),
      indices: new Uint32Array(0),
      values: new Float32Array(0),
    },
  };
}

const evidence = (row: number, c: number): LabelledRow => ({
  row,
  classes: [c],
  isVirtual: true,
  isDifference: true,
});

describe('evidence: a difference that speaks for a class', () => {
  it('has no intercept: one without any difference changes nothing', async () => {
    const labels = labelsOf(upTo(20), CLASSES);
    const [plain, taught] = [fresh(), fresh()];
    await plain.learn(labels);
    const row = taught.appendVirtual(denseRow(() => 0));
    await taught.learn([...labels, evidence(row, 1), evidence(row, 1)]);
    expect(largestDifference(weightsOf(plain), weightsOf(taught))).toBeLessThan(1e-5);
  });

  it('raises its class along the difference, and leaves no trace when withdrawn', async () => {
    const labels = labelsOf(upTo(20), CLASSES);
    const along = denseRow((k) => (k === 0 ? 1 : 0));
    const learner = fresh();
    await learner.learn(labels);
    const before = weightsOf(learner);
    const lean = (): number => {
      const { dense } = learner.head();
      return (dense[1] as number) - ((dense[0] as number) + (dense[2] as number)) / 2;
    };
    const was = lean();
    const row = learner.appendVirtual(along);
    await learner.learn([...labels, evidence(row, 1)]);
    expect(lean()).toBeGreaterThan(was + 0.05);
    await learner.learn(labels);
    expect(largestDifference(before, weightsOf(learner))).toBeLessThan(1e-5);
  });
});
