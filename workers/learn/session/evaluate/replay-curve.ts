/**
 * The learning curve, replayed: the models of the first so many answers, all on the same audit
 * answers. A curve noted while labelling would have other audit answers at every point, and what was
 * undone or corrected since still in it.
 */

import type { LearnSession } from '../learn-session.ts';
import { answersOf, earlierHead, mostAside, readAnswers, rightOf, type Steps } from './aside.ts';

export interface ReplayedCurve {
  /** Labels behind each model, ascending; the last is the present one. */
  readonly labels: readonly number[];
  /** For each model, for each audit answer. */
  readonly right: readonly (readonly boolean[])[];
}

const MODELS = 8;
const FEWEST = 10;
const PER_CLASS = 2;

export function* replayCurve(session: LearnSession): Steps<ReplayedCurve> {
  const { audit, training, classIds } = session.labels;
  if (audit.length === 0 || training.length === 0) return { labels: [], right: [] };
  const rows = audit.map(({ row }) => row);
  const labels: number[] = [];
  const right: (readonly boolean[])[] = [];
  for (const count of sizesOf(training.length, classIds.length)) {
    labels.push(count);
    right.push(rightOf(audit, answersOf(session, earlierHead(session, count), rows)));
    yield;
  }
  labels.push(training.length);
  right.push(rightOf(audit, readAnswers(session, session.learner.probabilities, rows)));
  return { labels, right };
}

/** Evenly spaced in their logarithm, the present number left out. */
export function sizesOf(labels: number, classes: number): readonly number[] {
  const first = Math.max(FEWEST, PER_CLASS * classes);
  const last = Math.min(labels, mostAside(classes));
  if (first >= last) return [];
  const sizes = Array.from({ length: MODELS }, (_, i) =>
    Math.round(first * (last / first) ** (i / (MODELS - 1))),
  );
  return [...new Set(sizes)].filter((size) => size < labels);
}
