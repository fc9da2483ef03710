/** Evaluations under way and done: each call does one step, and what is done is kept until anything changes. */
import type { EvaluationReport } from '../../../quality-api.ts';
import type { LearnSession } from '../learn-session.ts';
import type { Steps } from './aside.ts';
import { evaluation } from './evaluation.ts';

interface Kept {
  /** What the report rests on: the model's probabilities are a new array after every change. */
  readonly probabilities: Float32Array;
  readonly lastEventId: string;
  readonly steps: Steps<EvaluationReport>;
  report: EvaluationReport | null;
}

const kept = new WeakMap<LearnSession, Kept>();

/** Null while there is more to do; begins anew when something was decided in between. */
export function evaluateStep(session: LearnSession): EvaluationReport | null {
  const own = currentOf(session) ?? begin(session);
  if (own.report) return own.report;
  const { done, value } = own.steps.next();
  if (done) own.report = value;
  return own.report;
}

function currentOf(session: LearnSession): Kept | null {
  const own = kept.get(session);
  const isCurrent =
    own?.probabilities === session.learner.probabilities &&
    own.lastEventId === session.state.lastEventId;
  return isCurrent ? own : null;
}

function begin(session: LearnSession): Kept {
  const own: Kept = {
    probabilities: session.learner.probabilities,
    lastEventId: session.state.lastEventId,
    steps: evaluation(session),
    report: null,
  };
  kept.set(session, own);
  return own;
}
