import { describe, expect, it } from 'vitest';
import { relabel } from '../../../src/domain/query/relabel.ts';
import type { EventId } from '../../../src/domain/records.ts';
import { createLearner } from '../../../workers/learn/learner.ts';
import { crossConfidence } from '../../../workers/learn/session/cross-confidence.ts';
import { plainEngine } from '../image/plain-engine.ts';
import { inputWith } from '../query/make.ts';
import { makePool, truthOf } from './make.ts';

const CLASSES = 2;
const WRONG = 17;
const features = makePool(80, CLASSES, 9);
const learner = createLearner({ features, classes: CLASSES, mode: 'single', engine: plainEngine });
const training = Array.from({ length: 60 }, (_, row) => ({
  row,
  classes: [row === WRONG ? 1 - truthOf(row, CLASSES) : truthOf(row, CLASSES)],
  eventId: row < 5 ? null : (String(row) as EventId),
}));

describe('confidence in answers by models that did not learn them', () => {
  const again = crossConfidence({ learner, features, mode: 'single', training });

  it('is there for every answer of a person, rows ascending, not for given labels', () => {
    expect([...again.rows]).toEqual(Array.from({ length: 55 }, (_, i) => i + 5));
    for (const value of again.confidence) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  });

  it('is least in the wrong answer, which is asked about again before any new item', () => {
    const least = again.confidence.indexOf(Math.min(...again.confidence));
    expect(again.rows[least]).toBe(WRONG);
    const input = inputWith(new Array<number>(160).fill(0.5), { classes: CLASSES, count: 1 });
    const candidates = Int32Array.from({ length: 20 }, (_, i) => i + 60);
    expect(relabel.rank({ ...input, candidates, again })).toMatchObject([
      { row: WRONG, why: { kind: 'doubtful-label' } },
    ]);
  });
});
