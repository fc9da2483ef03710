import { describe, expect, it } from 'vitest';
import { queryStrategies } from '../../../src/domain/query/index.ts';
import type { QueryStrategy } from '../../../src/domain/query/strategy.ts';
import type { ClassId } from '../../../src/domain/records.ts';
import { proposeFor, summariseAnswers } from '../../../workers/learn/session/proposals.ts';
import { extendCurve, measureAudit } from '../../../workers/learn/session/quality.ts';
import { type PlanInput, planQuestions } from '../../../workers/learn/session/questions.ts';
import { inputWith } from '../query/make.ts';

const A = 'a' as ClassId;
const B = 'b' as ClassId;
const ROWS = 200;

function plan(patch: Partial<PlanInput> = {}) {
  const probabilities = Float32Array.from({ length: ROWS * 2 }, (_, i) =>
    i % 2 === 0 ? i / 2 / ROWS : 1 - (i - 1) / 2 / ROWS,
  );
  return planQuestions({
    ...inputWith([...probabilities], { classes: 2 }),
    rows: ROWS,
    classIds: [A, B],
    strategy: queryStrategies.margin,
    auditShare: 0,
    seed: 1,
    spread: null,
    ...patch,
  });
}

describe('the queue of questions', () => {
  it('asks where the model wavers, and says between what', () => {
    const [first] = plan();
    expect(first).toMatchObject({
      row: 100,
      record: { strategy: 'margin', probability: 1, audit: false, poolSize: ROWS },
    });
    expect(first?.why).toMatchObject({
      kind: 'uncertain',
      between: [{ probability: 0.5 }, { probability: 0.5 }],
    });
  });

  it('gives the reasons of every strategy with the classes by their ids', () => {
    for (const strategy of Object.values<QueryStrategy>(queryStrategies)) {
      const [first] = plan({ strategy });
      expect(first?.record.strategy).toBe(strategy.id);
      const { why } = first ?? {};
      if (why?.kind === 'disagree') {
        expect(why.strategy).toBe(strategy.id);
        for (const { classId } of why.votes) expect([A, B]).toContain(classId);
      }
      if (why?.kind === 'changes-model' || why?.kind === 'uncertain')
        expect(why.between.map(({ classId }) => classId).sort()).toEqual([A, B]);
    }
  });

  it('draws no audit from what the model has sorted already: the rest of it is no random sample', () => {
    const sorted = new Set(Array.from({ length: ROWS - 20 }, (_, row) => row));
    const audits = plan({ auditShare: 1, sorted });
    expect(audits.length).toBeGreaterThan(0);
    expect(audits.every(({ row }) => row >= ROWS - 20)).toBe(true);
    expect(audits[0]?.record).toMatchObject({ audit: true, probability: 1 / 20, poolSize: 20 });
    const asked = plan({ auditShare: 1, sorted: new Set(Array(ROWS).keys()) });
    expect(asked[0]?.record).toMatchObject({ strategy: 'margin', poolSize: ROWS });
  });

  it('begins with the spread, but a random project is random from the start', () => {
    const spread = [5, 3, 9];
    expect(plan({ spread }).map(({ row }) => row)).toEqual([5, 3, 9]);
    const candidates = Int32Array.from([3, 9, 10]);
    expect(plan({ spread, candidates }).map(({ row }) => row)).toEqual([3, 9]);
    expect(plan({ spread, strategy: queryStrategies.random })[0]?.why.kind).toBe('random');
  });

  it('draws about the share asked for at random, each item alike', () => {
    const drawn = Array.from(
      { length: 3_000 },
      (_, decisions) => plan({ auditShare: 0.1, decisions, length: 1 })[0],
    );
    const audits = drawn.filter((question) => question?.record.audit);
    expect(audits.length / drawn.length).toBeGreaterThan(0.08);
    expect(audits.length / drawn.length).toBeLessThan(0.12);
    expect(audits.every((question) => question?.record.probability === 1 / ROWS)).toBe(true);
    expect(new Set(audits.map((question) => question?.row)).size).toBeGreaterThan(100);
  });

  it('keeps its audits while it is rebuilt after each answer, and asks nothing twice', () => {
    const now = plan({ auditShare: 0.3, decisions: 7 });
    const next = plan({ auditShare: 0.3, decisions: 8 });
    const audits = (queue: typeof now) =>
      queue.filter(({ record }) => record.audit).map(({ row }) => row);
    expect(audits(next).slice(0, 2)).toEqual(audits(now.slice(1)).slice(0, 2));
    expect(new Set(now.map(({ row }) => row)).size).toBe(now.length);
  });

  it('asks again about an answer it doubts as a repeat, which replaces nothing', () => {
    const again = { rows: Int32Array.of(7), confidence: Float32Array.of(0.01) };
    const candidates = Int32Array.from({ length: ROWS }, (_, row) => row).filter((r) => r !== 7);
    const queue = plan({ strategy: queryStrategies.relabel, again, candidates });
    expect(queue[0]).toMatchObject({
      row: 7,
      record: { repeat: true },
      why: { kind: 'doubtful-label' },
    });
    expect(queue.slice(1).some(({ record }) => record.repeat)).toBe(false);
  });

  it('ends with the pool', () => {
    expect(plan({ candidates: new Int32Array(0) })).toEqual([]);
    expect(plan({ candidates: Int32Array.from([4]), auditShare: 0.5 })).toHaveLength(1);
  });
});

describe('proposals', () => {
  const probabilities = Float32Array.from([0.25, 0.75, 0.625, 0.25]);
  it('are the best class, or every likely one', () => {
    expect(proposeFor({ probabilities, row: 0, classIds: [A, B], mode: 'single' })).toMatchObject({
      classes: [B],
      probability: 0.75,
    });
    expect(proposeFor({ probabilities, row: 1, classIds: [A, B], mode: 'multi' })).toMatchObject({
      classes: [A],
      probability: 0.625 * 0.75,
    });
  });
  it('are summarised so that equal answers have equal codes', () => {
    const { codes, meanConfidence } = summariseAnswers(
      Float32Array.from([0.25, 0.75, 0.1, 0.9]),
      2,
      'single',
    );
    expect(codes[0]).toBe(codes[1]);
    expect(meanConfidence).toBeCloseTo(0.825, 6);
  });
});

describe('quality', () => {
  it('is measured on audits alone, with n', () => {
    const probabilities = Float32Array.from([0.9, 0.1, 0.2, 0.8, 0.6, 0.4]);
    const audit = [
      { row: 0, classes: [0] },
      { row: 1, classes: [1] },
      { row: 2, classes: [1] },
    ];
    const metrics = measureAudit({ audit, probabilities, classIds: [A, B], mode: 'single' });
    expect(metrics.accuracy).toMatchObject({ value: 2 / 3, n: 3 });
    expect(
      measureAudit({ audit: [], probabilities, classIds: [A, B], mode: 'single' }).accuracy,
    ).toBeNull();
    const curve = extendCurve(extendCurve([], metrics, 5), metrics, 6);
    expect(curve.map(({ labels }) => labels)).toEqual([5, 6]);
    // An undone answer takes its point along.
    expect(extendCurve(curve, metrics, 5).map(({ labels }) => labels)).toEqual([5]);
  });
});
