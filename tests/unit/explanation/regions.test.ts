import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/domain/commands/index.ts';
import { gestureOf, standingFeedback } from '../../../src/domain/explanation/standing-feedback.ts';
import { REGION_WEIGHT, toTerms } from '../../../src/domain/explanation/to-terms.ts';
import type { BlobHash, ClassId, ImageContent, Region } from '../../../src/domain/records.ts';
import { A, B, C, item, startJournal } from '../domain/make.ts';

const CORNER: Region = { x: 0, y: 0, width: 0.25, height: 0.25 };
const without = (region: Region): ImageContent => ({
  kind: 'image',
  blob: 'aa' as BlobHash,
  name: 'leaf.png',
  width: 64,
  height: 64,
  patches: [{ region, fill: { kind: 'mean' } }],
});
const paint = (classId: ClassId | null, region = CORNER): Command => ({
  type: 'mark-region',
  itemId: item(1),
  regions: [region],
  without: without(region),
  stance: classId === null ? 'irrelevant' : 'evidence',
  classId,
  durationMs: 900,
});
const termsOf = (commands: readonly Command[], mode: 'single' | 'multi' = 'single') => {
  const journal = startJournal(mode);
  for (const command of commands) journal.run(command);
  const feedback = standingFeedback(journal.state());
  return {
    journal,
    feedback,
    ...toTerms({ feedback, classIds: [A, B, C], mode, heldOut: new Set(), answers: new Map() }),
  };
};

describe('painted places', () => {
  it('are refused without a place, and as evidence of no class', () => {
    const journal = startJournal();
    expect(journal.refusal({ ...paint(null), regions: [] } as Command)).toMatch(/Paint a place/);
    const nobody = paint('nobody' as ClassId);
    expect(journal.refusal(nobody)).toMatch(/class that is in use/);
  });

  it('that have nothing to do with it must not matter', () => {
    const { rows, priors, feedback } = termsOf([paint(null)]);
    expect(priors).toEqual([]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      kind: 'difference',
      classes: [],
      weight: REGION_WEIGHT,
      itemId: item(1),
      content: without(CORNER),
    });
    expect(feedback.regions.map(gestureOf)).toEqual(['region-irrelevant']);
  });

  it('that are the evidence speak for their class', () => {
    const { rows, feedback } = termsOf([paint(B)]);
    expect(rows).toMatchObject([{ kind: 'evidence', classes: [1], target: null, weight: 1 }]);
    expect(feedback.regions.map(gestureOf)).toEqual(['region-evidence']);
  });

  it('say nothing of the other classes where an item may have several', () => {
    expect(termsOf([paint(B)], 'multi').rows[0]?.target).toEqual([0.5, 1, 0.5]);
  });

  it('are replaced by what was said of the same place last, and can be withdrawn', () => {
    const elsewhere = { ...CORNER, x: 0.5 };
    const { journal, feedback } = termsOf([paint(A), paint(null), paint(C, elsewhere)]);
    expect(feedback.regions.map(({ stance }) => stance)).toEqual(['irrelevant', 'evidence']);
    journal.run({ type: 'withdraw-feedback', targets: [feedback.regions[0]?.id as never] });
    // The newer one withdrawn brings the older one back, as if it had never been.
    expect(standingFeedback(journal.state()).regions.map(({ stance }) => stance)).toEqual([
      'evidence',
      'evidence',
    ]);
    journal.run({ type: 'undo' });
    expect(standingFeedback(journal.state()).regions).toHaveLength(2);
  });

  it('follow a class that was merged and fall with one that was retired', () => {
    const { journal } = termsOf([paint(A)]);
    journal.run({ type: 'merge-classes', from: A, into: B } as Command);
    expect(standingFeedback(journal.state()).regions[0]?.classId).toBe(B);
    journal.run({ type: 'retire-class', classId: B } as Command);
    expect(standingFeedback(journal.state()).regions).toEqual([]);
  });
});
