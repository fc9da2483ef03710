/** Chosen questions against random ones, both without feedback, on the same audit answers. */
import {
  type ArmsCompared,
  compareArms,
  LEAST_RANDOM,
} from '../../../../src/domain/evaluation/labels-saved.ts';
import type { ArmsRefusal } from '../../../quality-api.ts';
import type { LearnSession } from '../learn-session.ts';
import { answersOf, headOf, mostAside, rightOf, type Steps } from './aside.ts';
import { FOLDS, inFolds } from './cross-validate.ts';
import type { ReplayedCurve } from './replay-curve.ts';

export function* compareWithRandom(
  session: LearnSession,
  curve: ReplayedCurve,
): Steps<ArmsCompared | ArmsRefusal> {
  const { training, audit, classIds } = session.labels;
  const answers = training.filter(({ eventId }) => eventId !== null);
  const refusal: ArmsRefusal = { kind: 'too-few', audits: audit.length, needed: LEAST_RANDOM };
  const labels = Math.floor((audit.length * (FOLDS - 1)) / FOLDS);
  if (audit.length > mostAside(classIds.length))
    return { kind: 'too-many', audits: audit.length, most: mostAside(classIds.length) };
  if (audit.length < LEAST_RANDOM || answers.length < labels) return refusal;
  const random = yield* inFolds(session, audit, false);
  const head = headOf(session, answers.slice(0, labels), () => false);
  const rows = audit.map(({ row }) => row);
  const chosen = rightOf(audit, answersOf(session, head, rows));
  yield;
  // With given labels or feedback in it the replayed curve is not that of the chosen answers alone.
  const isPure = answers.length === training.length && session.taught.rows.length === 0;
  const points = curve.labels.map((count, k) => ({
    labels: count,
    right: (curve.right[k] ?? []).filter(Boolean).length / Math.max(1, audit.length),
  }));
  return compareArms({ labels, random, chosen, curve: isPure ? points : [] }) ?? refusal;
}
