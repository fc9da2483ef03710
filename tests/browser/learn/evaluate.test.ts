import { afterEach, describe, expect, it } from 'vitest';
import { defineClass } from '../../../src/domain/classes.ts';
import type { Command } from '../../../src/domain/commands/index.ts';
import type { ClassId } from '../../../src/domain/records.ts';
import { foldEvents } from '../../../src/domain/state.ts';
import type { EvaluationReport } from '../../../workers/api.ts';
import { act, answerOf, auditOf, FINE, RUDE } from '../make.ts';
import { type LearnerBench, openBench, unwrap } from './learner-bench.ts';

const benches: LearnerBench[] = [];
afterEach(() => {
  for (const { client } of benches.splice(0)) client.dispose();
});

/** So many answers and audit answers, as the truth has them. */
async function open(answers: number, audits: number): Promise<LearnerBench> {
  const bench = await openBench();
  benches.push(bench);
  for (const item of bench.items.slice(0, answers)) await bench.run(answerOf(item));
  for (const item of bench.items.slice(-audits || bench.items.length)) {
    if (audits > 0) await bench.run(auditOf(item));
  }
  return bench;
}

const evaluate = async ({ client }: LearnerBench): Promise<EvaluationReport> =>
  unwrap(await client.call((api) => api.evaluate()));

describe('evaluation', () => {
  it('says plainly what it does not know before anything was answered', async () => {
    const report = await evaluate(await open(0, 0));
    expect(report).toMatchObject({
      labels: 0,
      audit: null,
      macroF1: null,
      curve: [],
      gain: { kind: 'few-audits', n: 0 },
      weighted: { kind: 'too-few', draws: 0 },
      crossValidation: { kind: 'too-few', labels: 0 },
      arms: { kind: 'too-few', audits: 0 },
      stopping: { advice: 'too-early' },
    });
    expect(report.classes.map(({ classId, f1 }) => [classId, f1])).toEqual([
      [FINE, null],
      [RUDE, null],
    ]);
  });

  it('measures on the audit answers, in folds and over time, and is kept until something changes', async () => {
    const bench = await open(100, 34);
    const before = await bench.probabilities();
    const report = await evaluate(bench);
    expect(report.labels).toBe(100);
    expect(report.audit).toMatchObject({ n: 34 });
    expect(report.audit?.value).toBe(bench.latest().curve.at(-1)?.value);
    expect(report.macroF1?.n).toBe(34);
    expect(report.classes.map(({ learned }) => learned)).toEqual([50, 50]);
    expect(report.curve.map(({ labels }) => labels)).toEqual([10, 14, 19, 27, 37, 52, 72, 100]);
    expect(report.curve.at(-1)).toMatchObject({ value: report.audit?.value, n: 34 });
    expect(report.crossValidation).toMatchObject({ kind: 'figure', figure: { n: 100 } });
    expect(report.arms).toMatchObject({ labels: 27, random: { n: 34 }, chosen: { n: 34 } });
    const settled = report.stopping.criteria.find(({ id }) => id === 'stabilising-predictions');
    expect(settled?.figures).toHaveLength(3);
    expect(await evaluate(bench)).toEqual(report);
    expect(await bench.probabilities()).toEqual(before); // Looking aside left no trace.
    const reopened = await bench.again({ caches: false });
    benches.push(reopened);
    const { restsOn, ...again } = await evaluate(reopened);
    expect({ ...again, restsOn }).toMatchObject({ audit: report.audit, curve: report.curve });
  });

  it('holds for 77 classes of which most were never seen', async () => {
    const bench = await open(20, 6);
    const names = Array.from({ length: 75 }, (_, k) => `intent ${k}`);
    for (const name of names) {
      const { project } = foldEvents(await bench.storage.events.of(bench.projectId)) ?? {};
      const definition = defineClass({ id: name as ClassId, name }, project?.classes ?? []);
      await act(bench.storage, bench.projectId, { type: 'add-class', definition });
    }
    const wide = await bench.again();
    benches.push(wide);
    const report = await evaluate(wide);
    expect(report.classes).toHaveLength(77);
    expect(report.classes.filter(({ recall }) => recall !== null)).toHaveLength(2);
    expect(report.macroF1?.n).toBe(6);
    expect(report.crossValidation.kind).toBe('figure');
  });

  it('weighs answers that were drawn by chance, and no others', async () => {
    const bench = await open(10, 0);
    const drawn = bench.items.slice(10, 34).map((item, k): Command => {
      const question = {
        strategy: 'sampled-margin',
        model: null,
        checkpoint: null,
        score: 0.1,
        probability: 0.02,
        audit: false,
        poolSize: 290 - k,
      };
      return { ...answerOf(item), question } as Command;
    });
    for (const command of drawn) await bench.run(command);
    const { weighted } = await evaluate(bench);
    expect(weighted).toMatchObject({ kind: 'figure', figure: { n: 24 } });
  });

  it('lets an answer in between two of its steps, and gives way to it', async () => {
    const bench = await open(100, 34);
    const next = bench.items[150];
    if (!next) throw new Error('no item left');
    const events = await act(bench.storage, bench.projectId, answerOf(next));
    const order: string[] = [];
    const long = bench.client
      .call((api) => api.evaluate())
      .then((outcome) => order.push(outcome.ok ? 'evaluated' : outcome.error.code));
    unwrap(await bench.client.call((api) => api.learn(events)));
    order.push('learned');
    await long;
    expect(order.sort()).toEqual(['cancelled', 'learned']);
    expect((await evaluate(bench)).labels).toBe(101);
  });
});
