/**
 * Silent repeats: now and then an item that was answered a while ago comes up again without a word,
 * to measure how far a person agrees with themselves. Like the audit draws, which positions are
 * repeats and of what depends only on the seed and on the decisions, so that the queue keeps its
 * repeats while it is rebuilt.
 */
import { createRng, deriveSeed } from '../../../src/domain/math/rng.ts';
import type { ItemId } from '../../../src/domain/records.ts';
import { isRepeatable, REPEAT_DISTANCE, repeatShareOf } from '../../../src/domain/repeats.ts';
import type { ProjectState } from '../../../src/domain/state.ts';
import type { PlannedQuestion } from './questions.ts';

/** Draws before a position gives up: nearly everything old enough was repeated or taken back. */
const MAX_DRAWS = 50;

export interface RepeatInput {
  readonly state: ProjectState;
  readonly rowOf: ReadonlyMap<ItemId, number>;
  readonly poolSize: number;
  /** Decisions made so far: the index of the next question. */
  readonly decisions: number;
  readonly length: number;
}

/** The repeats among the next questions, by their position. */
export function planRepeats(input: RepeatInput): ReadonlyMap<number, PlannedQuestion> {
  const planned = new Map<number, PlannedQuestion>();
  const { project } = input.state;
  const share = repeatShareOf(project.settings);
  const drawn = new Set<ItemId>();
  for (let position = 0; position < input.length; position++) {
    const index = input.decisions + position;
    const rng = createRng(deriveSeed(project.seed, 'repeat', index));
    if (rng.next() >= share) continue;
    const itemId = drawItem(input, index, (bound) => rng.integer(bound), drawn);
    const row = itemId === null ? undefined : input.rowOf.get(itemId);
    if (itemId === null || row === undefined) continue;
    drawn.add(itemId);
    planned.set(position, repeatQuestion(row, input.poolSize));
  }
  return planned;
}

/** Uniform among the decisions that lie far enough back, by rejection of those that may not be repeated. */
function drawItem(
  { state }: RepeatInput,
  index: number,
  integer: (bound: number) => number,
  drawn: ReadonlySet<ItemId>,
): ItemId | null {
  const { decisionOrder } = state.ledger;
  // The question at `index` has `REPEAT_DISTANCE` decisions or more between it and what it repeats.
  const oldEnough = Math.min(decisionOrder.length, index - REPEAT_DISTANCE);
  if (oldEnough < 1) return null;
  for (let attempt = 0; attempt < MAX_DRAWS; attempt++) {
    const event = decisionOrder[integer(oldEnough)];
    if (!event || state.labels.get(event.itemId)?.eventId !== event.id) continue;
    if (isRepeatable(state, event.itemId) && !drawn.has(event.itemId)) return event.itemId;
  }
  return null;
}

/** Its reason is worded as that of an audit draw: both are drawn at random, measure, and teach nothing. */
function repeatQuestion(row: number, poolSize: number): PlannedQuestion {
  return {
    row,
    record: {
      strategy: 'repeat',
      score: null,
      probability: 1,
      audit: false,
      poolSize,
      repeat: true,
    },
    why: { kind: 'audit' },
  };
}
