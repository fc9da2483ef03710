/**
 * A search for flips that nobody asked for, between answers: the first one of a session would take
 * ten times as long as those that follow, since its code is compiled and its tables of words are
 * made then. What it finds is thrown away.
 */
import type { Storage } from '../../../src/storage/api.ts';
import { contentOf } from './explain-item.ts';
import type { LearnSession } from './learn-session.ts';

/** One at a time, so that an answer never waits for more than one. */
const TIMES = 3;
/** Before, the model has next to nothing to flip. */
const LEAST_LABELS = 8;

const done = new WeakMap<LearnSession, number>();

export async function rehearse(storage: Storage, session: LearnSession): Promise<void> {
  const times = done.get(session) ?? 0;
  const question = session.status.queue[times];
  if (times >= TIMES || !question || session.labels.training.length < LEAST_LABELS) return;
  done.set(session, times + 1);
  const { explainer, encoded, learner, state } = session;
  explainer.counterfactuals(encoded.encoderState, {
    content: await contentOf(storage, question),
    head: learner.head(),
    mode: state.project.mode,
    target: null,
    count: 3,
    kinds: ['delete', 'replace'],
    banned: new Set(),
  });
}
