import { describe, expect, it } from 'vitest';
import type { ClassId, ProposalRecord } from '../../../src/domain/records.ts';
import { disagreement } from '../../../src/domain/trust/negotiation.ts';
import { A, B, item, startJournal } from '../domain/make.ts';

const sure: ProposalRecord = { classes: [B], probability: 0.93, shown: 'after', model: null };

function answered(classes: readonly ClassId[], proposal: ProposalRecord | null, audit = false) {
  const journal = startJournal();
  const question = {
    strategy: 'margin',
    model: null,
    checkpoint: null,
    score: 1,
    probability: 1,
    audit,
    poolSize: 9,
  };
  const command = { itemId: item(1), classes, durationMs: 900, question, proposal };
  journal.run({ type: 'answer-item', ...command });
  return journal;
}

const on = (journal: ReturnType<typeof answered>) => disagreement(journal.state(), item(1));

describe('an answer against a sure model', () => {
  it('is worth a word', () => {
    expect(on(answered([A], sure))).toMatchObject({ classes: [B] });
  });

  it('is none where both agree, the model was unsure, kept silent, or had nothing to say', () => {
    expect(on(answered([B], sure))).toBeNull();
    expect(on(answered([A], { ...sure, probability: 0.79 }))).toBeNull();
    expect(on(answered([A], { ...sure, shown: 'never' }))).toBeNull();
    expect(on(answered([A], null))).toBeNull();
  });

  it('is left alone where the answer measures the model', () => {
    expect(on(answered([A], sure, true))).toBeNull();
  });

  it('is talked about once', () => {
    const journal = answered([A], sure);
    journal.run({
      type: 'answer-item',
      itemId: item(1),
      classes: [A],
      durationMs: 1,
      question: null,
      proposal: sure,
    });
    expect(on(journal)).toBeNull();
    const marked = answered([A], sure);
    marked.run({ type: 'flag-item', itemId: item(1), note: 'hard' });
    expect(on(marked)).toBeNull();
  });
});
