/** Quality on random checks before a round of questions out of turn, and now. Pure. */
import type { QualityPoint } from '../../../workers/api.ts';
import type { EventId } from '../../domain/records.ts';
import { type ProjectState, trainingAnswers } from '../../domain/state.ts';

export interface RoundQuality {
  readonly before: QualityPoint;
  readonly now: QualityPoint;
}

/**
 * The point before is the newest whose model had learned no answer given since the round was opened. Null
 * while nothing was measured on either side, or nothing has been learned since.
 */
export function roundQuality(
  state: ProjectState,
  curve: readonly QualityPoint[],
  opened: EventId,
): RoundQuality | null {
  const now = curve.at(-1);
  if (!now) return null;
  const since = trainingAnswers(state).filter(({ eventId }) => eventId > opened).length;
  const before = curve.findLast(({ labels }) => labels <= now.labels - since);
  return before && before !== now ? { before, now } : null;
}
