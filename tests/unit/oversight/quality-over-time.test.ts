/** Random checks judged by the model of their time, stage by stage. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { f1Figure } from '../../../src/domain/evaluation/f1-figure.ts';
import { createRng } from '../../../src/domain/math/rng.ts';
import {
  type JudgedThen,
  judgedSpotChecks,
  judgedThen,
} from '../../../src/domain/oversight/judged-then.ts';
import { qualityOverTime } from '../../../src/domain/oversight/quality-over-time.ts';
import type { ClassId } from '../../../src/domain/records.ts';
import { stageSeries } from '../../../src/rooms/oversight/stage-series.ts';
import { A, B, C, item, startJournal } from '../domain/make.ts';

const one = (truth: ClassId, said: ClassId, at = 0): JudgedThen => ({
  at,
  truth: [truth],
  said: [said],
});

/** `audit`: drawn at random; `said`: what the model proposed, or null before it had learned. */
function answer(
  journal: ReturnType<typeof startJournal>,
  n: number,
  own: ClassId,
  { said, audit = true }: { readonly said: ClassId | null; readonly audit?: boolean },
): void {
  const base = { strategy: 'random', model: null, checkpoint: null, score: null };
  journal.run({
    type: 'answer-item',
    itemId: item(n),
    classes: [own],
    durationMs: 1,
    question: { ...base, probability: 0.1, audit, poolSize: 10 },
    proposal: said && { classes: [said], probability: 0.8, shown: 'after', model: null },
  });
}

describe('what was said then', () => {
  it('is read from random checks alone, and a correction changes what is right', () => {
    const journal = startJournal();
    answer(journal, 1, A, { said: null });
    answer(journal, 2, A, { said: A });
    answer(journal, 3, B, { said: A });
    answer(journal, 4, B, { said: B, audit: false });
    expect(judgedThen(journal.state())).toMatchObject({
      judged: [
        { truth: [A], said: [A] },
        { truth: [B], said: [A] },
      ],
      unanswered: 1,
    });
    // Picked by hand and corrected: no question, no proposal of its own.
    journal.run({
      type: 'answer-item',
      itemId: item(3),
      classes: [A],
      durationMs: 1,
      question: null,
      proposal: null,
    });
    expect(judgedThen(journal.state()).judged[1]).toMatchObject({ truth: [A], said: [A] });
    journal.run({ type: 'undo' });
    journal.run({ type: 'undo' });
    journal.run({ type: 'undo' });
    expect(judgedThen(journal.state()).judged).toHaveLength(1);
  });

  it('follows a merge of classes on both sides', () => {
    const journal = startJournal();
    answer(journal, 1, A, { said: B });
    journal.run({ type: 'merge-classes', from: B, into: A });
    expect(judgedThen(journal.state()).judged).toMatchObject([{ truth: [A], said: [A] }]);
  });
});

it('spot checks are judged by their first blind answer, and what was overridden is none', () => {
  const journal = startJournal();
  const routed = (n: number, kind: 'spot-check' | 'confident') => ({
    itemId: item(n),
    classes: [A],
    probability: 0.95,
    route: kind === 'confident' ? ('accept' as const) : ('review' as const),
    reason: { kind },
  });
  journal.run({ type: 'change-level', to: 'correct', cause: 'person', evidence: 'x' });
  const basis = {
    model: null,
    checkpoint: null,
    level: 'correct' as const,
    thresholds: { [A]: 0.9 },
    promise: null,
    audits: 80,
    temperature: 1,
  };
  const items = [routed(1, 'spot-check'), routed(2, 'spot-check'), routed(3, 'confident')];
  journal.run({ type: 'route-items', items, basis });
  const settle = (n: number, classId: ClassId, isBlind: boolean) =>
    journal.run({
      type: 'settle-decision',
      itemId: item(n),
      classes: [classId],
      reason: '',
      isBlind,
      durationMs: 1,
      question: null,
      proposal: null,
    });
  settle(1, B, true);
  settle(1, A, false);
  settle(3, B, false);
  expect(judgedSpotChecks(journal.state())).toMatchObject([{ truth: [B], said: [A] }]);
  journal.run({ type: 'undo' });
  journal.run({ type: 'undo' });
  journal.run({ type: 'undo' });
  expect(judgedSpotChecks(journal.state())).toEqual([]);
});

describe('stages', () => {
  /** Truth and proposals of the worked example: y_true = 0 1 2 0 1 2, y_pred = 0 2 1 0 0 1 (A, B, C). */
  const example = [one(A, A), one(B, C), one(C, B), one(A, A), one(B, A), one(C, B)];

  it('reproduce the worked example of scikit-learn for precision_recall_fscore_support', () => {
    const [stage] = qualityOverTime(example, { classId: A, rests: 'until' });
    expect(stage?.figures.precision).toMatchObject({ value: 2 / 3, n: 3 });
    expect(stage?.figures.recall).toMatchObject({ value: 1, n: 2 });
    expect(stage?.figures.f1?.value).toBeCloseTo(0.8, 12);
    expect(stage?.figures.accuracy).toMatchObject({ value: 5 / 6, n: 6 });
    const [all] = qualityOverTime(example, { classId: null, rests: 'until' });
    expect(all?.figures).toMatchObject({ precision: null, accuracy: { value: 2 / 6, n: 6 } });
  });

  it('rest on all checks up to then, or on those since the stage before', () => {
    const judged = Array.from({ length: 30 }, (_, i) => one(A, i < 10 ? B : A, i));
    const until = qualityOverTime(judged, { classId: null, rests: 'until' });
    const since = qualityOverTime(judged, { classId: null, rests: 'since' });
    expect(until.map(({ from, to }) => [from, to])).toEqual([
      [1, 10],
      [1, 20],
      [1, 30],
    ]);
    expect(until.map(({ figures }) => figures.accuracy?.value)).toEqual([0, 0.5, 2 / 3]);
    expect(since.map(({ from, to }) => [from, to])).toEqual([
      [1, 10],
      [11, 20],
      [21, 30],
    ]);
    expect(since.map(({ figures }) => figures.accuracy?.value)).toEqual([0, 1, 1]);
    // B is never right: recall has nothing to rest on, and no point is drawn for it.
    const ofB = qualityOverTime(judged, { classId: B, rests: 'until' });
    expect(stageSeries(ofB, 'recall', 'Recall').points).toEqual([]);
    expect(stageSeries(ofB, 'precision', 'Precision').points).toMatchObject([
      { x: 10, y: 0, n: 10 },
      { x: 20, y: 0, n: 10 },
      { x: 30, y: 0, n: 10 },
    ]);
  });

  it('cover every check once, have intervals around their values, and no two ends', () => {
    const anyClass = fc.constantFrom(A, B, C);
    const judgedOf = fc.array(fc.tuple(anyClass, anyClass), { maxLength: 400 });
    fc.assert(
      fc.property(judgedOf, anyClass, (pairs, classId) => {
        const judged = pairs.map(([truth, said], i) => one(truth, said, i));
        const stages = qualityOverTime(judged, { classId, rests: 'since' });
        expect(stages.reduce((sum, { from, to }) => sum + to - from + 1, 0)).toBe(judged.length);
        expect(stages.length).toBeLessThanOrEqual(12);
        for (const { figures } of stages)
          for (const figure of Object.values(figures)) {
            if (!figure) continue;
            expect(figure.low).toBeLessThanOrEqual(figure.value);
            expect(figure.high).toBeGreaterThanOrEqual(figure.value);
            expect(figure.high).toBeLessThanOrEqual(1);
          }
      }),
    );
  });
});

describe('F1 with its interval', () => {
  it('is the harmonic mean of precision and recall, and is never certain', () => {
    // 6 right, 8 called so, 9 that are: precision 0.75, recall 2/3, F1 12/17.
    expect(f1Figure(6, 8, 9)).toMatchObject({ value: expect.closeTo(12 / 17, 12), n: 11 });
    expect(f1Figure(5, 5, 5)?.low).toBeLessThan(0.8);
    expect(f1Figure(0, 0, 0)).toBeNull();
  });

  it('holds the true value about as often as it says', () => {
    const rng = createRng(5);
    const [isReal, sensitivity, falseAlarm] = [0.3, 0.7, 0.1];
    const tp = isReal * sensitivity;
    const truth = (2 * tp) / (tp + (1 - isReal) * falseAlarm + isReal);
    let held = 0;
    for (let run = 0; run < 600; run++) {
      let [hits, said, real] = [0, 0, 0];
      for (let i = 0; i < 120; i++) {
        const own = rng.next() < isReal;
        const called = rng.next() < (own ? sensitivity : falseAlarm);
        if (own) real += 1;
        if (called) said += 1;
        if (own && called) hits += 1;
      }
      const figure = f1Figure(hits, said, real);
      if (figure && figure.low <= truth && figure.high >= truth) held += 1;
    }
    expect(held / 600).toBeGreaterThan(0.925);
    expect(held / 600).toBeLessThan(0.98);
  });
});
