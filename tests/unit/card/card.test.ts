import { describe, expect, it } from 'vitest';
import type { QuestionRecord } from '../../../src/domain/records.ts';
import { type CardInput, makeCard } from '../../../workers/card/card.ts';
import { cardAsMarkdown } from '../../../workers/card/card-text.ts';
import { A, B, item, type Journal, startJournal } from '../domain/make.ts';

const NOW = Date.UTC(2026, 10, 28);

function ask(journal: Journal, n: number, patch: Partial<QuestionRecord>): void {
  const question: QuestionRecord = {
    strategy: 'margin',
    model: null,
    checkpoint: null,
    score: 1,
    probability: 1,
    audit: false,
    poolSize: 9,
    ...patch,
  };
  journal.run({
    type: 'answer-item',
    itemId: item(n),
    classes: [n % 2 ? A : B],
    durationMs: 1_000,
    question,
    proposal: null,
  });
}

const cardOf = (journal: Journal, patch: Partial<CardInput> = {}) =>
  makeCard({ state: journal.state(), status: undefined, items: 50, given: 0, now: NOW, ...patch });

const codes = (journal: Journal, patch: Partial<CardInput> = {}): readonly string[] =>
  cardOf(journal, patch).warnings.map(({ code }) => code);

describe('the card of an export', () => {
  it('says who chose the items, by class, with dates, seed, repeats and quality', () => {
    const journal = startJournal();
    for (let n = 0; n < 6; n++) ask(journal, n, {});
    for (let n = 6; n < 9; n++)
      ask(journal, n, { audit: true, strategy: 'random', probability: 0.1 });
    for (let n = 9; n < 11; n++) ask(journal, n, { strategy: 'sampled-margin', probability: 0.3 });
    ask(journal, 1, { repeat: true, strategy: 'repeat' });
    const quality = { value: 0.8, low: 0.6, high: 0.9, n: 3, labels: 8 };
    const status = { learnedUpTo: null, trainedOn: 8, curve: [quality] };
    const card = cardOf(journal, { status });
    expect(card.sampling).toMatchObject({ answers: 11, audits: 3, seed: 7, people: 1 });
    expect(card.sampling.lines).toEqual([
      { chosenBy: 'margin', answers: 6, isByChance: false },
      { chosenBy: 'audit', answers: 3, isByChance: true },
      { chosenBy: 'sampled-margin', answers: 2, isByChance: true },
    ]);
    expect(
      card.sampling.classes.map(({ name, answers, audits }) => [name, answers, audits]),
    ).toEqual([
      ['apple', 5, 1],
      ['banana', 6, 2],
      ['cherry', 0, 0],
    ]);
    expect(card.sampling.repeats).toMatchObject({ pairs: 1, same: { value: 1 } });
    expect(card.model.quality).toEqual({ value: 0.8, low: 0.6, high: 0.9, n: 3 });
    expect(card.warnings.map(({ code }) => code)).toEqual([
      'chosen-by-model',
      'few-random-answers',
    ]);
    const text = cardAsMarkdown(card);
    expect(text).toMatch(/8 of 11 answers were chosen by the model/);
    expect(text).toMatch(/Do not compute rates/);
    expect(text).toContain('80 %, between 60 and 90 % (95 % Wilson interval; n = 3)');
    expect(text).toContain('| apple | 5 | 1 |');
    expect(text).toContain('Made on 2026-11-28');
  });

  it('warns where a network that learned from the answers reads the items', () => {
    const journal = startJournal();
    ask(journal, 1, {});
    expect(codes(journal)).not.toContain('learned-reading');
    journal.run({ type: 'change-settings', patch: { encoder: 'network:abc' } });
    expect(codes(journal)).not.toContain('learned-reading');
    journal.run({ type: 'change-settings', patch: { encoder: 'trained:abc' } });
    expect(codes(journal)).toContain('learned-reading');
  });

  it('warns of what is missing', () => {
    const journal = startJournal();
    expect(codes(journal)).toEqual([]);
    expect(codes(journal, { given: 4 })).toEqual(['given-labels']);
    ask(journal, 1, {});
    expect(codes(journal)).toEqual(['chosen-by-model', 'no-random-answers', 'no-repeats']);
    expect(cardAsMarkdown(cardOf(journal))).toContain('Not measured');
  });

  it('says how many items the model decided alone, until a person answers them', () => {
    const journal = startJournal();
    expect(cardAsMarkdown(cardOf(journal))).not.toContain('The model decided');
    const accepted = { classes: [A], probability: 0.9, route: 'accept' } as const;
    journal.run({ type: 'change-level', to: 'correct', cause: 'person', evidence: '9 of 9' });
    journal.run({
      type: 'route-items',
      items: [1, 2, 3].map((n) => ({
        ...accepted,
        itemId: item(n),
        reason: { kind: 'confident' },
      })),
      basis: {
        model: null,
        checkpoint: null,
        level: 'correct',
        thresholds: { [A]: 0.8 },
        promise: null,
        audits: 0,
        temperature: 1,
      },
    });
    expect(cardAsMarkdown(cardOf(journal))).toContain(
      'The model decided 3 items that nobody answered',
    );
    journal.answer(2, [B]);
    expect(cardOf(journal).sampling).toMatchObject({ answers: 1, decidedByModel: 2 });
  });

  it('keeps names from becoming markup or breaking the table', () => {
    const journal = startJournal();
    journal.run({ type: 'change-class', classId: A, patch: { name: '<b>|a*' } });
    const text = cardAsMarkdown(cardOf(journal));
    expect(text).toContain('| \\<b\\>\\|a\\* | 0 | 0 |');
  });
});
