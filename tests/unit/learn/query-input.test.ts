import { describe, expect, it } from 'vitest';
import { queryStrategies } from '../../../src/domain/query/index.ts';
import type { QueryStrategy } from '../../../src/domain/query/strategy.ts';
import type { ClassId } from '../../../src/domain/records.ts';
import { openEngine } from '../../../workers/learn/engine/open.ts';
import { createLearner, type FeaturePrior, type Learner } from '../../../workers/learn/learner.ts';
import { queryInputOf } from '../../../workers/learn/query-input.ts';
import { planQuestions } from '../../../workers/learn/session/questions.ts';
import { vectorsOf } from '../../../workers/learn/vectors.ts';
import { labelsOf, largestDifference, makePool, upTo } from './make.ts';

const ROWS = 120;
const CLASSES = 3;
const features = makePool(ROWS, CLASSES);
const classIds = ['a', 'b', 'c'] as ClassId[];
const answers = labelsOf(upTo(12), CLASSES);

async function taught(priors: readonly FeaturePrior[] = []): Promise<Learner> {
  const engine = await openEngine('cpu');
  const learner = createLearner({ features, classes: CLASSES, mode: 'single', engine });
  learner.setPriors(priors);
  await learner.learn(answers);
  return learner;
}

async function inputOf(learner: Learner) {
  return queryInputOf({
    learner,
    classes: CLASSES,
    mode: 'single',
    candidates: Int32Array.from({ length: ROWS - 12 }, (_, i) => 12 + i),
    vectors: await vectorsOf(features, 1, (right, width) => learner.poolTimes(right, width)),
    answers,
    decisions: 12,
    budgetLeft: null,
    seed: 5,
  });
}

const more = { rows: ROWS, classIds, auditShare: 0.2, seed: 5, spread: null, length: 8 };

describe('what a strategy is given of a learner', () => {
  it('makes a full queue with every strategy, the same from the same', async () => {
    for (const strategy of Object.values<QueryStrategy>(queryStrategies)) {
      const plan = async () =>
        planQuestions({ ...(await inputOf(await taught())), ...more, strategy });
      const planned = await plan();
      expect(new Set(planned.map(({ row }) => row)).size).toBe(8);
      expect(await plan()).toEqual(planned);
    }
  }, 60_000);

  it('knows the doubt that is left, and what a person said of a column', async () => {
    const plain = (await inputOf(await taught())).posterior;
    const rows = Int32Array.of(20, 40, 60);
    const variances = plain.variances(rows);
    plain.lengths(rows).forEach((length, i) => {
      expect(variances[i]).toBeLessThan(length ** 2);
    });
    // Row 60 has the word of class 0, which now weighs almost nothing.
    const silenced = [{ block: 'sparse', column: 0, factor: 1_000 }] as const;
    const other = (await inputOf(await taught(silenced))).posterior;
    expect(other.variances(rows)[2]).toBeLessThan(variances[2] as number);
  });

  it('takes copies and differences along', async () => {
    const learner = await taught();
    const rows = Int32Array.of(20, 40, 60);
    const before = (await inputOf(learner)).posterior.variances(rows);
    const first = learner.appendVirtual(makePool(2, CLASSES, 9));
    const difference = { loss: 'square', isDifference: true, isVirtual: true } as const;
    await learner.learn([
      ...answers,
      { row: first, classes: [0], isVirtual: true },
      { row: first + 1, classes: [], weight: 4, ...difference },
    ]);
    const after = (await inputOf(learner)).posterior;
    expect(largestDifference(after.variances(rows), before)).toBeGreaterThan(1e-4);
    expect(after.sample(rows, 4).every(Number.isFinite)).toBe(true);
  });
});
