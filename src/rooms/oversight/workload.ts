/** Work that the model took over: what it decided and what stands, times the median answer. Pure. */
import { type ProjectState, secondsPerAnswer } from '../../domain/state.ts';
import { decisionLists } from '../../domain/trust/incoming.ts';

export interface Workload {
  /** Decided by the model and standing. */
  readonly decided: number;
  /** Null before the first answer: nothing is known of how long one takes. */
  readonly seconds: number | null;
}

export function workloadSaved(state: ProjectState): Workload {
  const decided = decisionLists(state).accept.length;
  const each = secondsPerAnswer(state);
  return { decided, seconds: each === null ? null : each * decided };
}
