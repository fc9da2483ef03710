import { describe, expect, it } from 'vitest';
import type { EventId } from '../../../src/domain/records.ts';
import { createLearner } from '../../../workers/learn/learner.ts';
import { createDuels, type DuelSource } from '../../../workers/learn/session/duels.ts';
import type { RowLabel } from '../../../workers/learn/session/labels.ts';
import { plainEngine } from '../image/plain-engine.ts';
import { makePool, truthOf } from './make.ts';

const CLASSES = 2;
const features = makePool(400, CLASSES, 3);
const learner = createLearner({ features, classes: CLASSES, mode: 'single', engine: plainEngine });

/** Every fifth answer is an audit; `answerOf` says what stands on the chosen ones. */
function source(answerOf: (row: number) => number, count = 120): DuelSource {
  const training: RowLabel[] = [];
  const audit: RowLabel[] = [];
  for (let i = 0; i < count; i++) {
    const eventId = String(i).padStart(6, '0') as EventId;
    const isAudit = i % 5 === 4;
    const classes = [isAudit ? truthOf(i, CLASSES) : answerOf(i)];
    (isAudit ? audit : training).push({ row: i, classes, eventId });
  }
  return { learner, features, mode: 'single', training, audit };
}

const fought = (given: DuelSource) => {
  const duels = createDuels();
  duels.fight(given, 100);
  return duels.record(given);
};

describe('duels between chosen and random answers', () => {
  it('are fought once there are five audits before one', () => {
    const good = source((row) => truthOf(row, CLASSES));
    expect(fought(good).fought).toBe(good.audit.length - 5);
    const { random, chosen } = fought(good);
    expect(random + chosen).toBeLessThan(good.audit.length - 5);
  });

  it('are won by random answers where the chosen ones mislead', () => {
    // Chosen answers teach the opposite half of the time: random ones cannot but be better.
    const { random, chosen } = fought(source((row) => (row % 3 === 0 ? row % 2 : (row + 1) % 2)));
    expect(random).toBeGreaterThan(chosen);
  });

  it('are fought a few at a time, oldest first, and forgotten with an answer taken back', () => {
    const duels = createDuels();
    const all = source((row) => truthOf(row, CLASSES));
    duels.fight(all, 2);
    expect(duels.record(all).fought).toBe(2);
    duels.fight(all, 3);
    expect(duels.record(all).fought).toBe(5);
    const undone = { ...all, training: all.training.slice(1) };
    expect(duels.record(undone).fought).toBe(0);
    expect(duels.record(all).fought).toBe(5);
  });

  it('are none without audits', () => {
    expect(fought({ ...source(() => 0), audit: [] })).toEqual({ random: 0, chosen: 0, fought: 0 });
  });
});
