/**
 * What Hone does unless told otherwise. The first questions are a spread over the items
 * (`workers/learn/session/cold-start.ts`); then uncertainty herding, which goes from typical and
 * diverse to doubtful items by itself; and it gives way to chance while the duels say that chance
 * teaches more (`duel.ts`). Every question says which of these asked it.
 */
import { ALARM, evidenceForRandom, NO_DUELS } from './duel.ts';
import { random } from './random.ts';
import type { QueryInput, QueryStrategy, RankedQuery } from './strategy.ts';
import { rankByHerding } from './uncertainty-herding.ts';

function rank(input: QueryInput): readonly RankedQuery[] {
  const duels = input.duels ?? NO_DUELS;
  if (evidenceForRandom(duels) < ALARM) return rankByHerding(input);
  const why = { kind: 'chance', ...duels } as const;
  return random.rank(input).map((query) => ({ ...query, why }));
}

export const auto = {
  id: 'auto',
  family: 'automatic',
  label: 'Automatic',
  hint: 'First typical items, all over; then items that stand for many the model is unsure of; at random where that is seen to teach more.',
  source:
    'MaxHerding, then uncertainty herding (Bae et al. 2024, 2025); testing by betting (Shafer 2021)',
  needsModel: true,
  rank,
} as const satisfies QueryStrategy;
