/**
 * What the labelling cost, and on what it was spent. Costs are times of decisions, idle time capped,
 * and the price of an hour where one is set. What was taken back cost its time all the same.
 */
import type { DecisionEvent } from '../fold/ledger.ts';
import { median } from '../math/statistics.ts';
import { RELABELLING } from '../oversight/relabelling.ts';
import type { ProjectState } from '../state.ts';
import { INCOMING } from '../trust/decisions.ts';

/** Why the item came up: the question decides, not the answer. */
export type SpentOn =
  /** Drawn at random, to measure the model. */
  | 'audit'
  /** Came up again, to measure the person. */
  | 'repeat'
  /** The spread over the items, before the model may ask. */
  | 'spread'
  /** A query strategy asked. */
  | 'strategy'
  /** The person took the item. */
  | 'picked'
  /** It came in to be decided about. */
  | 'incoming'
  /** Edited copies, judged flips, painted places: what was timed beyond labels. */
  | 'feedback';

export const SPENT_ON: readonly SpentOn[] = [
  'strategy',
  'spread',
  'audit',
  'repeat',
  'picked',
  'incoming',
  'feedback',
];

export interface SpendingLine {
  readonly on: SpentOn;
  readonly count: number;
  /** Median seconds of those that took time at all; null where none did. */
  readonly secondsEach: number | null;
  readonly minutes: number;
  /** Null where an hour has no price. */
  readonly cost: number | null;
}

export interface Spending {
  readonly lines: readonly SpendingLine[];
  readonly minutes: number;
  readonly cost: number | null;
}

const MINUTE_MS = 60_000;

export function spendingOf(state: ProjectState): Spending {
  const times = new Map<SpentOn, number[]>();
  const note = (on: SpentOn, durationMs: number): void => {
    const own = times.get(on);
    if (own) own.push(durationMs);
    else times.set(on, [durationMs]);
  };
  for (const event of state.ledger.decisionOrder) note(spentOn(event), event.durationMs);
  for (const event of state.ledger.feedback)
    if ('durationMs' in event) note('feedback', event.durationMs);
  const perHour = state.project.settings.costs?.perHour ?? null;
  const costOf = (minutes: number): number | null =>
    perHour === null ? null : (minutes / 60) * perHour;
  const lines = SPENT_ON.flatMap((on): SpendingLine[] => {
    const own = times.get(on);
    if (!own) return [];
    const each = median(own.filter((ms) => ms > 0));
    const minutes = own.reduce((sum, ms) => sum + ms, 0) / MINUTE_MS;
    const secondsEach = each === null ? null : each / 1000;
    return [{ on, count: own.length, secondsEach, minutes, cost: costOf(minutes) }];
  });
  const minutes = lines.reduce((sum, line) => sum + line.minutes, 0);
  return { lines, minutes, cost: costOf(minutes) };
}

function spentOn({ question }: DecisionEvent): SpentOn {
  if (!question || question.strategy === RELABELLING) return 'picked';
  if (question.repeat) return 'repeat';
  if (question.audit) return 'audit';
  if (question.strategy === INCOMING) return 'incoming';
  return question.strategy === 'spread' ? 'spread' : 'strategy';
}
