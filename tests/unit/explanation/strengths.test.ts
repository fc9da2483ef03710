import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AS_IT_IS,
  gesturesIn,
  strengthFrom,
  withStrengths,
} from '../../../src/domain/explanation/strengths.ts';
import type {
  PriorTerm,
  RowTerm,
  TeachingTerms,
} from '../../../src/domain/explanation/to-terms.ts';
import type { EventId, ItemId } from '../../../src/domain/records.ts';

const loss = fc.double({ min: 0, max: 500, noNaN: true });

describe('a strength', () => {
  it('is 1 without evidence, whatever all models lose alike', () => {
    expect(strengthFrom([0, 0, 0, 0])).toBe(1);
    expect(strengthFrom([30, 30, 30, 30])).toBe(1);
  });

  it('is the mean of the variants under prior times likelihood', () => {
    // Likelihoods 8, 4, 2, 1: weights .8, .8, 1, .2 of 2.8; mean (0.4 + 1 + 0.4) / 2.8 = 0.643.
    const losses = [8, 4, 2, 1].map((likelihood) => -Math.log(likelihood));
    expect(strengthFrom(losses)).toBe(0.65);
  });

  it('goes where the evidence goes, and no further than off and double', () => {
    expect(strengthFrom([0, 20, 40, 60])).toBe(0);
    expect(strengthFrom([60, 40, 20, 0])).toBe(2);
    fc.assert(
      fc.property(fc.tuple(loss, loss, loss, loss), (losses) => {
        const strength = strengthFrom(losses);
        expect(strength).toBeGreaterThanOrEqual(0);
        expect(strength).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('falls when the model without the gesture gets better', () => {
    fc.assert(
      fc.property(fc.tuple(loss, loss, loss, loss), loss, ([off, ...others], less) => {
        const before = strengthFrom([off, ...others]);
        expect(strengthFrom([off - less, ...others])).toBeLessThanOrEqual(before);
      }),
    );
  });
});

const prior = (over: Partial<PriorTerm>): PriorTerm => ({
  feature: { kind: 'term', term: 'fine' },
  eventIds: ['e1' as EventId],
  means: [0.2, -0.2],
  factor: 1,
  isRule: false,
  ...over,
});

const row = (over: Partial<RowTerm>): RowTerm => ({
  key: 'e2',
  eventId: 'e2' as EventId,
  itemId: 'i' as ItemId,
  gesture: 'edit',
  content: { kind: 'text', text: 'fine' },
  classes: [0],
  target: null,
  weight: 1,
  kind: 'copy',
  isProposed: false,
  ...over,
});

describe('terms with strengths', () => {
  const terms: TeachingTerms = {
    priors: [prior({}), prior({ factor: 100, means: [0, 0] })],
    rows: [row({}), row({ gesture: 'judged', isProposed: true, weight: 0.1 })],
  };

  it('are what they were where every gesture counts as it is', () => {
    expect(withStrengths(terms, AS_IT_IS)).toEqual(terms);
    expect(gesturesIn(terms)).toEqual(['word-for', 'word-irrelevant', 'edit', 'judged']);
  });

  it('weigh each gesture by its own', () => {
    const half = { ...AS_IT_IS, 'word-for': 0.5, 'word-irrelevant': 0.5, edit: 2, judged: 0.5 };
    const { priors, rows } = withStrengths(terms, half);
    expect(priors.map(({ means, factor }) => [means, factor])).toEqual([
      [[0.1, -0.1], 1],
      [[0, 0], 10],
    ]);
    expect(rows.map(({ weight }) => weight)).toEqual([2, 0.05]);
  });

  it('leave nothing of what is off', () => {
    const off = { ...AS_IT_IS, 'word-for': 0, 'word-irrelevant': 0, edit: 0, judged: 0 };
    const { priors, rows } = withStrengths(terms, off);
    expect(priors).toEqual([]);
    expect(rows.map(({ weight }) => weight)).toEqual([0, 0]);
  });
});
