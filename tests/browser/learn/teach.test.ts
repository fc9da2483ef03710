import { afterEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../src/domain/commands/index.ts';
import { standingFeedback } from '../../../src/domain/explanation/standing-feedback.ts';
import type { EventId } from '../../../src/domain/records.ts';
import { foldEvents } from '../../../src/domain/state.ts';
import { answerOf, auditOf, FINE, RUDE } from '../make.ts';
import { type LearnerBench, largestGap, openBench, unwrap } from './learner-bench.ts';

const benches: LearnerBench[] = [];
afterEach(() => {
  for (const { client } of benches.splice(0)) client.dispose();
});

async function open(answers = 12): Promise<LearnerBench> {
  const bench = await openBench();
  benches.push(bench);
  for (const item of bench.items.slice(0, answers)) await bench.run(answerOf(item));
  return bench;
}

const mark = (term: string, over: Partial<Command> = {}): Command =>
  ({
    type: 'mark-feature',
    feature: { kind: 'term', term },
    stance: 'for',
    classId: RUDE,
    strength: 'hint',
    itemId: null,
    asked: false,
    ...over,
  }) as Command;

const edit = (bench: LearnerBench, text: string, over: Partial<Command> = {}): Command =>
  ({
    type: 'save-edit',
    itemId: bench.items[0]?.id,
    content: { kind: 'text', text },
    stance: 'flips',
    classes: [RUDE],
    durationMs: 1_000,
    ...over,
  }) as Command;

async function feedbackIds({ storage, projectId }: LearnerBench): Promise<readonly EventId[]> {
  const state = foldEvents(await storage.events.of(projectId));
  return state ? standingFeedback(state).ids : [];
}

const allFeatures = {
  search: '',
  classId: null,
  sort: 'name',
  isSaidOnly: true,
  offset: 0,
  limit: 50,
} as const;

describe('teaching beyond labels', () => {
  it('moves the model, survives a crash and lost caches, and leaves no trace when withdrawn', async () => {
    const bench = await open();
    const before = await bench.probabilities();
    await bench.run(mark('bus', { strength: 'rule' } as Partial<Command>));
    expect(bench.latest().change).not.toBeNull();
    await bench.run(mark('park', { stance: 'irrelevant', classId: null } as Partial<Command>));
    await bench.run(edit(bench, 'lovely clown garden again'));
    await bench.run(
      edit(bench, 'lovely garden for all', {
        stance: 'must-not-matter',
        classes: [FINE],
      } as Partial<Command>),
    );
    await bench.run(
      edit(bench, 'lovely fool', { stance: 'boundary', classes: [FINE, RUDE] } as Partial<Command>),
    );
    const taught = await bench.probabilities();
    expect(largestGap(taught, before)).toBeGreaterThan(0.02);
    expect(bench.latest().trainedOn).toBe(12);
    const reopened = await bench.again();
    benches.push(reopened);
    expect(largestGap(await reopened.probabilities(), taught)).toBeLessThan(1e-4);
    const replayed = await reopened.again({ caches: false });
    benches.push(replayed);
    expect(largestGap(await replayed.probabilities(), taught)).toBeLessThan(1e-4);
    await replayed.run({ type: 'withdraw-feedback', targets: await feedbackIds(bench) });
    expect(largestGap(await replayed.probabilities(), before)).toBeLessThan(1e-4);
  });

  it('gives words that the encoder does not know a column, and takes it back', async () => {
    const bench = await open();
    const before = await bench.probabilities();
    await bench.run(mark('in the park about'));
    const { rows } = unwrap(await bench.client.call((api) => api.features(allFeatures)));
    const holders = bench.items.filter(({ content }) => content.text.includes('in the park about'));
    expect(holders.length).toBeGreaterThan(0);
    expect(rows[0]).toMatchObject({
      feature: { kind: 'term', term: 'in the park about' },
      items: holders.length,
    });
    const taught = await bench.probabilities();
    const at = bench.items.indexOf(holders[0] as (typeof holders)[number]);
    expect(Math.abs((taught[at] ?? 0) - (before[at] ?? 0))).toBeGreaterThan(0.01);
    await bench.run({ type: 'undo' });
    expect(largestGap(await bench.probabilities(), before)).toBeLessThan(1e-5);
  });

  it('teaches by families of words', async () => {
    const bench = await open();
    await bench.run(
      mark('', { feature: { kind: 'pattern', pattern: 'gard*' } } as Partial<Command>),
    );
    const { rows } = unwrap(await bench.client.call((api) => api.features(allFeatures)));
    const holders = bench.items.filter(({ content }) => /\bgard/.test(content.text));
    expect(rows[0]).toMatchObject({ items: holders.length });
  });

  it('says when labels speak against what was said', async () => {
    const bench = await open(80);
    await bench.run(mark('lovely'));
    const { rows } = unwrap(await bench.client.call((api) => api.features(allFeatures)));
    const labelled = bench.items
      .slice(0, 80)
      .filter(({ content }) => content.text.includes('lovely'));
    expect(rows[0]?.conflict).toMatchObject({ labels: labelled.length, disagree: labelled.length });
  });

  it('asks about at most three words, none of which was spoken of', async () => {
    const bench = await open(12);
    const asked = [];
    for (const { id } of bench.items.slice(20, 60)) {
      const questions = unwrap(await bench.client.call((api) => api.featureQuestions(id)));
      expect(questions.length).toBeLessThanOrEqual(3);
      asked.push(...questions);
    }
    expect(asked.length).toBeGreaterThan(0);
    const word = asked[0]?.feature;
    await bench.run(
      mark('', { feature: word, stance: 'later', classId: null } as Partial<Command>),
    );
    for (const { id } of bench.items.slice(20, 60)) {
      const questions = unwrap(await bench.client.call((api) => api.featureQuestions(id)));
      expect(questions.map(({ feature }) => feature)).not.toContainEqual(word);
    }
  });

  it('asks about the words an answer leans on, and a yes raises what they speak for', async () => {
    const bench = await open(30);
    const before = await bench.probabilities();
    const asked = [];
    for (const { id: itemId } of bench.items.slice(0, 30)) {
      const query = { itemId, target: null, count: 1 };
      const { question } = unwrap(await bench.client.call((api) => api.counterfactuals(query)));
      if (question) asked.push({ itemId, ...question });
    }
    expect(asked.length).toBeGreaterThan(0);
    const [one] = asked as [(typeof asked)[number], ...typeof asked];
    expect(one.to).not.toEqual(one.before.classes);
    expect(one.changes.every(({ put }) => put === '')).toBe(true);
    await bench.run({
      type: 'judge-counterfactual',
      ...{ itemId: one.itemId, content: one.content, from: one.before.classes, to: one.to },
      changes: one.changes.map(({ removed }) => ({ removed, put: null })),
      ...{ verdict: 'flips', model: null, durationMs: 900 },
    });
    const gap = async (): Promise<number> => {
      const explained = unwrap(
        await bench.client.call((api) => api.explain({ itemId: one.itemId })),
      );
      const [from, to] = [one.before.classes[0], one.to[0]].map((id) =>
        id === undefined ? -1 : explained.classIds.indexOf(id),
      ) as [number, number];
      const words = new Set(one.changes.map(({ removed }) => removed.toLowerCase()));
      return explained.parts
        .filter(({ feature }) => feature.kind === 'term' && words.has(feature.term))
        .flatMap(({ named, latent }) => [named, latent])
        .reduce((sum, shares) => sum + (shares[from] ?? 0) - (shares[to] ?? 0), 0);
    };
    const taught = await gap();
    await bench.run({ type: 'withdraw-feedback', targets: await feedbackIds(bench) });
    expect(taught).toBeGreaterThan((await gap()) + 0.05);
    expect(largestGap(await bench.probabilities(), before)).toBeLessThan(1e-4);
  });

  it('keeps account on blind audit answers, and holds out contrast pairs', async () => {
    const bench = await open(12);
    for (const item of bench.items.slice(50, 70)) {
      await bench.run(auditOf(item));
    }
    await bench.run(mark('clown'));
    await bench.run(mark('lovely')); // Wrong on purpose.
    await bench.run(edit(bench, 'lovely garden, you liar'));
    const account = unwrap(await bench.client.call((api) => api.feedbackAccount()));
    expect(account.n).toBe(20);
    expect(account.gestures.map(({ gesture, count }) => [gesture, count])).toEqual([
      ['word-for', 2],
      ['edit', 1],
    ]);
    expect(account.all.count).toBe(3);
    expect(account.all.withIt).toBeLessThanOrEqual(20);
    expect(account.gestures[0]?.hurting).toHaveLength(1);
    const none = unwrap(await bench.client.call((api) => api.contrast()));
    expect(none).toMatchObject({ pairs: 1, held: 0, pairwise: null });
  });
});
