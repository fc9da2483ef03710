/**
 * The importance-weighted estimate. The answers it rests on were learned, so each is judged by the
 * model of the folds that had not learned it; what is estimated is the quality of those models, which
 * know a fifth less.
 */
import {
  isWeightedDraw,
  LEAST_DRAWS,
  lureShareRight,
} from '../../../../src/domain/evaluation/lure.ts';
import type { Rng } from '../../../../src/domain/math/rng.ts';
import type { WeightedEstimate } from '../../../quality-api.ts';
import type { LearnSession } from '../learn-session.ts';
import { mostAside } from './aside.ts';
import { isReadByLearned } from './cross-validate.ts';

export function weighChosen(
  session: LearnSession,
  folded: readonly boolean[] | null,
  rng: Rng,
): WeightedEstimate {
  if (isReadByLearned(session)) return { kind: 'learned-reading' };
  const { labels, state, encoded } = session;
  const drawn = labels.training.flatMap(({ row, eventId }, i) => {
    const itemId = encoded.ids[row];
    const label = eventId && itemId ? state.labels.get(itemId) : undefined;
    const question = label?.question ?? null;
    return isWeightedDraw(question) ? [{ question, isWrong: folded?.[i] === false }] : [];
  });
  const most = mostAside(labels.classIds.length);
  if (labels.training.length > most)
    return { kind: 'too-many', labels: labels.training.length, most };
  const figure = folded
    ? lureShareRight(
        drawn.map(({ question }) => question),
        drawn.map(({ isWrong }) => (isWrong ? 1 : 0)),
        rng,
      )
    : null;
  return figure
    ? { kind: 'figure', figure }
    : { kind: 'too-few', draws: drawn.length, needed: LEAST_DRAWS };
}
