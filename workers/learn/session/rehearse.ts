/**
 * A search for flips that nobody asked for, between answers: the first one of a session would take
 * ten times as long as those that follow, since its code is compiled and its tables of words are
 * made then. What it finds is thrown away.
 */
import type { Storage } from '../../../src/storage/api.ts';
import { findCounterfactuals } from './find-counterfactuals.ts';
import type { LearnSession } from './learn-session.ts';

/** One at a time, so that an answer never waits for more than one. */
const TIMES = 3;
/** Before, the model has next to nothing to flip. */
const LEAST_LABELS = 8;

const done = new WeakMap<LearnSession, number>();

export async function rehearse(storage: Storage, session: LearnSession): Promise<void> {
  const times = done.get(session) ?? 0;
  const question = session.status.queue[times];
  // Where files must be read and read again, a rehearsal would cost more than it saves.
  if (session.encoder.load || times >= TIMES || !question) return;
  if (session.labels.training.length < LEAST_LABELS) return;
  done.set(session, times + 1);
  await findCounterfactuals(storage, session, { itemId: question.itemId, target: null, count: 3 });
}
