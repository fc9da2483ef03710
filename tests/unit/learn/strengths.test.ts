/** People who mark words well and badly, on made-up pools; their questions are drawn at random. */

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { defineClasses } from '../../../src/domain/classes.ts';
import { type Command, decide } from '../../../src/domain/commands/index.ts';
import { withStrengths } from '../../../src/domain/explanation/strengths.ts';
import type { ClassId, EventId, ItemId, ProjectId } from '../../../src/domain/records.ts';
import { applyEvents, foldEvents, type ProjectState } from '../../../src/domain/state.ts';
import { digest } from '../../../src/modalities/content-hash.ts';
import type { Explainer } from '../../../src/modalities/explain-contract.ts';
import type { Engine } from '../../../workers/learn/engine/engine.ts';
import { openEngine } from '../../../workers/learn/engine/open.ts';
import { createLearner, type Learner } from '../../../workers/learn/learner.ts';
import { collectLabels } from '../../../workers/learn/session/labels.ts';
import { strengthsAt } from '../../../workers/learn/session/strengths.ts';
import { inEventOrder, teach, termsOf } from '../../../workers/learn/session/teaching.ts';
import { largestDifference, makePool, truthOf } from './make.ts';

const CLASSES = 3;
const pool = makePool(300, CLASSES, 5);
const ids = Array.from({ length: pool.rows }, (_, row) => `item-${row}` as ItemId);
const rowOf = new Map(ids.map((id, row) => [id, row]));
const classOf = (index: number): ClassId => `class-${index}` as ClassId;
/** The n-th column is the word `n`. */
const explainer = {
  columnsOf: (_: unknown, feature: { term: string }) => [Number(feature.term)],
} as unknown as Explainer<unknown, unknown>;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('cpu');
});

/** One person's history: decisions in order, with ids that count up. */
function createHistory() {
  let next = 0;
  const newId = (): EventId => `e${String(next++).padStart(6, '0')}` as EventId;
  const context = { newId, now: 0, by: 'p', device: 'd', digest } as unknown as Parameters<
    typeof decide
  >[2];
  const made = decide(
    null,
    {
      type: 'create-project',
      projectId: 'p' as ProjectId,
      name: 'p',
      modality: 'text',
      mode: 'single',
      classes: defineClasses([0, 1, 2].map((c) => ({ id: classOf(c), name: `${c}` }))),
      settings: { strategy: 'random', auditShare: 0 },
      seed: 1,
    },
    context,
  );
  if (!made.ok) throw new Error(made.refusal);
  let state = foldEvents(made.events) as ProjectState;
  return {
    state: () => state,
    do(command: Command): EventId {
      const decision = decide(state, command, context);
      if (!decision.ok) throw new Error(decision.refusal);
      state = applyEvents(state, decision.events);
      return decision.events[0]?.id as EventId;
    },
  };
}

const answer = (row: number, strategy = 'random'): Command => ({
  type: 'answer-item',
  itemId: ids[row] as ItemId,
  classes: [classOf(truthOf(row, CLASSES))],
  durationMs: 1,
  question: {
    strategy,
    score: null,
    probability: 1,
    audit: false,
    poolSize: 300,
    model: null,
    checkpoint: null,
  },
  proposal: null,
});

const mark = (word: number, classIndex: number, strength: 'hint' | 'rule' = 'hint'): Command => ({
  type: 'mark-feature',
  feature: { kind: 'term', term: String(word) },
  stance: 'for',
  classId: classOf(classIndex),
  strength,
  itemId: null,
  asked: false,
});

function learnerOf(): Learner {
  return createLearner({ features: pool, classes: CLASSES, mode: 'single', engine });
}

function inputOf(state: ProjectState, learner = learnerOf()) {
  const labels = collectLabels({ state, rowOf, ids, given: ids.map(() => null) });
  const encode = async () => pool; // No act here has a content of its own.
  return { state, labels, learner, encode, encoderState: null, explainer, features: pool, rowOf };
}

const measure = async (state: ProjectState, learner?: Learner) => {
  const input = inputOf(state, learner);
  return strengthsAt(input, input.labels.training.length);
};

const good = (n: number) => [n % CLASSES, n % CLASSES] as const;
const bad = (n: number) => [n % CLASSES, (n + 1) % CLASSES] as const;

/** The first columns are words of the classes, the others come as chance has it. */
function teachPool(words: (n: number) => readonly [number, number], strategy = 'random') {
  const history = createHistory();
  for (let n = 0; n < 100; n++) {
    history.do(answer(n, strategy));
    const [word, classIndex] = words(n);
    // One who errs insists on it, else the labels soon tell better.
    history.do(mark(word, classIndex, words === bad ? 'rule' : 'hint'));
  }
  return history;
}

describe('the strength of word marks', () => {
  it('stays or rises for one who knows', async () => {
    const { strengths, scored } = await measure(teachPool(good).state());
    expect(strengths['word-for']).toBeGreaterThanOrEqual(1);
    expect(scored['word-for']).toBe(96 - 16);
    expect(strengths.edit).toBe(1);
  });

  it('is turned down for one who errs', async () => {
    expect((await measure(teachPool(bad).state())).strengths['word-for']).toBeLessThan(0.4);
  });

  it('is 1 before anything was scored', async () => {
    const history = createHistory();
    for (let n = 0; n < 20; n++) {
      history.do(answer(n));
      history.do(mark(...bad(n)));
    }
    expect((await measure(history.state())).strengths['word-for']).toBe(1);
  });

  it('is not judged by answers to questions that the model chose', async () => {
    const { strengths, scored } = await measure(teachPool(bad, 'margin').state());
    expect(strengths['word-for']).toBe(1);
    expect(scored['word-for']).toBe(0);
  });
});

async function weightsOf(state: ProjectState, learner: Learner): Promise<readonly number[]> {
  const input = inputOf(state, learner);
  const { strengths } = await measure(state, learner);
  const terms = termsOf(state, input.labels.classIds, input.labels.heldOut);
  const taught = await teach({ ...input, terms: withStrengths(terms, strengths) });
  learner.setPriors(taught.priors);
  await learner.learn(inEventOrder(input.labels.training, taught.rows));
  const { sparse, dense, intercept } = learner.snapshot();
  return [...sparse, ...dense, ...intercept];
}

const act = fc.record({
  at: fc.integer({ min: 0, max: 59 }),
  word: fc.integer({ min: 0, max: 10 }),
  classIndex: fc.integer({ min: 0, max: CLASSES - 1 }),
});
/** Each of another word: what is replaced by something newer cannot be withdrawn by itself. */
const acts = (minLength: number) =>
  fc.uniqueArray(act, { minLength, maxLength: 10, selector: ({ word }) => word });

describe('strengths and what was taken back', () => {
  it('are those that never had it, and so is the model', async () => {
    await fc.assert(
      fc.asyncProperty(acts(0), acts(1), async (kept, withdrawn) => {
        const wavering = createHistory();
        const steady = createHistory();
        const learner = learnerOf();
        const targets: EventId[] = [];
        for (let n = 0; n < 60; n++) {
          wavering.do(answer(n));
          steady.do(answer(n));
          for (const { at, word, classIndex } of kept) {
            if (at !== n) continue;
            wavering.do(mark(2 * word, classIndex));
            steady.do(mark(2 * word, classIndex));
          }
          for (const { at, word, classIndex } of withdrawn)
            if (at === n) targets.push(wavering.do(mark(2 * word + 1, classIndex)));
          if (n % 25 === 24) await weightsOf(wavering.state(), learner);
        }
        await weightsOf(wavering.state(), learner);
        wavering.do({ type: 'withdraw-feedback', targets });
        const fresh = learnerOf();
        expect(measure(wavering.state(), learner)).toEqual(measure(steady.state(), fresh));
        const [one, other] = [
          await weightsOf(wavering.state(), learner),
          await weightsOf(steady.state(), fresh),
        ];
        expect(largestDifference(one, other)).toBeLessThan(1e-6);
      }),
      { numRuns: 6 },
    );
  }, 60_000);

  it('are the same bit for bit when the events are replayed', () => {
    const state = teachPool(bad).state();
    expect(measure(state)).toEqual(measure(state));
  });
});
