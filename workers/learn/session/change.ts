import type { HoneEvent } from '../../../src/domain/events.ts';
import type { ItemId, QualityFigure } from '../../../src/domain/records.ts';
import type { LearnedChange } from '../../api.ts';
import type { AnswerSummary } from './proposals.ts';

/** At most so many changed items are named; the count is exact. */
const FLIPPED_NAMED = 50;

export interface ChangeInput {
  readonly events: readonly HoneEvent[];
  readonly before: AnswerSummary;
  readonly after: AnswerSummary;
  /** The pool: rows nobody has decided on. */
  readonly rows: Int32Array;
  readonly ids: readonly ItemId[];
  /** On the same blind audit answers. */
  readonly qualityBefore: QualityFigure | null;
  readonly qualityAfter: QualityFigure | null;
}

/** What the events just learned did to the answers the model would give. */
export function describeChange(input: ChangeInput): LearnedChange {
  const { events, before, after, rows, ids, qualityBefore, qualityAfter } = input;
  const flippedItems: ItemId[] = [];
  let flipped = 0;
  for (const row of rows) {
    if (before.codes[row] === after.codes[row]) continue;
    flipped += 1;
    const id = ids[row];
    if (id && flippedItems.length < FLIPPED_NAMED) flippedItems.push(id);
  }
  return {
    events: events.map((event) => event.id),
    flipped,
    flippedItems,
    confidenceBefore: before.meanConfidence,
    confidenceAfter: after.meanConfidence,
    qualityBefore,
    qualityAfter,
  };
}
