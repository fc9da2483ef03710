/**
 * What Hone does unless told otherwise. The first questions are a spread over the items
 * (`workers/learn/session/cold-start.ts`); then by turns uncertainty herding, which goes from typical
 * and diverse to doubtful items by itself, and the smallest margin: herding supposes that near items
 * have one answer, which fails where texts of a topic disagree, and margin supposes no more than the
 * model itself. Both give way to chance while the duels say that it teaches more (`duel.ts`). Every
 * question says which of these asked it.
 */
import { ALARM, evidenceForRandom, NO_DUELS } from './duel.ts';
import { margin } from './margin.ts';
import { random } from './random.ts';
import type { QueryInput, QueryStrategy, RankedQuery } from './strategy.ts';
import { rankByHerding } from './uncertainty-herding.ts';

function rank(input: QueryInput): readonly RankedQuery[] {
  const duels = input.duels ?? NO_DUELS;
  if (evidenceForRandom(duels) < ALARM) return byTurns(input);
  const why = { kind: 'chance', ...duels } as const;
  return random.rank(input).map((query) => ({ ...query, why }));
}

/** Herding's turn is after an even number of answers; in a queue the turns go on. */
function byTurns(input: QueryInput): readonly RankedQuery[] {
  const rankings = [rankByHerding(input), margin.rank(input)];
  if (input.answers.length % 2 === 1) rankings.reverse();
  const taken = new Set<number>();
  const queue: RankedQuery[] = [];
  const wanted = Math.min(input.count, input.candidates.length);
  while (queue.length < wanted) {
    const own = rankings[queue.length % 2] ?? [];
    const next = own.find(({ row }) => !taken.has(row));
    if (!next) break;
    taken.add(next.row);
    // The scores of the two have no common scale: the place in the queue is what counts.
    queue.push({ ...next, score: -queue.length });
  }
  return queue;
}

export const auto = {
  id: 'auto',
  family: 'automatic',
  label: 'Automatic',
  hint: 'First typical items, all over; then by turns items that stand for many the model is unsure of, and those it is least sure of; at random where that is seen to teach more.',
  source:
    'Uncertainty herding (Bae et al. 2024, 2025) and margin (Scheffer et al. 2001) by turns; testing by betting (Shafer 2021)',
  needsModel: true,
  rank,
} as const satisfies QueryStrategy;
