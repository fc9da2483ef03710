/**
 * What feedback has brought: the model as it is against the model that never had it (all of it, one
 * gesture, or one act), on the newest blind audit answers. Those were drawn at random, answered
 * before the model's proposal was seen, and never learned.
 */
import {
  type FeedbackEvent,
  gestureOf,
  standingFeedback,
} from '../../../src/domain/explanation/standing-feedback.ts';
import { GESTURES, withStrengths } from '../../../src/domain/explanation/strengths.ts';
import { toTerms } from '../../../src/domain/explanation/to-terms.ts';
import { mcNemar } from '../../../src/domain/math/binomial.ts';
import type { EventId } from '../../../src/domain/records.ts';
import { auditAnswers } from '../../../src/domain/state.ts';
import type { AccountFigure, FeedbackAccount, GestureAccount } from '../../api.ts';
import type { HeadWeights } from '../head/weights.ts';
import type { RowLabel } from './labels.ts';
import type { LearnSession } from './learn-session.ts';
import { scoreRows } from './score-rows.ts';
import { inEventOrder, toPriors } from './teaching.ts';

const NEWEST = 40;
/** Each act costs a model of its own; beyond this only the newest are looked at one by one. */
const MOST_ACTS = 60;
const MOST_HURTING = 10;
/** Mean log loss by which an act must worsen the blind answers to be called hurting. */
const HURTS = 0.002;

export function accountFor(session: LearnSession): FeedbackAccount {
  const { marks, regions, edits, judgements } = standingFeedback(session.state);
  const acts: readonly FeedbackEvent[] = [
    ...marks.filter(({ stance }) => stance !== 'later'),
    ...regions,
    ...edits,
    ...judgements,
  ];
  const blind = blindRows(session);
  const now = evaluate(session, session.learner.head(), blind);
  const without = (left: ReadonlySet<EventId>) =>
    evaluate(session, headWithout(session, left), blind);
  const figure = (own: readonly FeedbackEvent[]): AccountFigure => {
    const ids = new Set(own.map(({ id }) => id));
    if (blind.length === 0 || own.length === 0)
      return { count: own.length, withIt: null, without: null, pValue: null };
    return { count: own.length, ...compare(now, without(ids)) };
  };
  const gestures = GESTURES.map((gesture): GestureAccount => {
    const own = acts.filter((act) => gestureOf(act) === gesture);
    const hurting =
      blind.length === 0
        ? []
        : own.slice(-MOST_ACTS).flatMap(({ id }) => {
            const gain = now.loss - without(new Set([id])).loss;
            return gain > HURTS ? [{ id, gain }] : [];
          });
    hurting.sort((a, b) => b.gain - a.gain);
    const { strengths, scored } = session.measured;
    return {
      gesture,
      ...figure(own),
      strength: strengths[gesture],
      scored: scored[gesture],
      hurting: hurting.slice(0, MOST_HURTING).map(({ id }) => id),
    };
  });
  return {
    n: blind.length,
    gestures: gestures.filter(({ count }) => count > 0),
    all: figure(acts),
  };
}

function blindRows({ state, rowOf, labels }: LearnSession): readonly RowLabel[] {
  const shownFirst = new Set(
    [...state.labels.values()]
      .filter(({ proposal }) => proposal?.shown === 'before')
      .map(({ itemId }) => rowOf.get(itemId)),
  );
  // In event order, so that the newest are last.
  const order = new Map(auditAnswers(state).map(({ itemId }, i) => [rowOf.get(itemId), i]));
  return labels.audit
    .filter(({ row }) => !shownFirst.has(row))
    .sort((a, b) => (order.get(a.row) ?? 0) - (order.get(b.row) ?? 0))
    .slice(-NEWEST);
}

function headWithout(session: LearnSession, left: ReadonlySet<EventId>): HeadWeights {
  const { learner, labels, taught, encoded, explainer, state } = session;
  const keeps = ({ id }: { id: EventId }): boolean => !left.has(id);
  const { marks, regions, edits, judgements, ids } = standingFeedback(state);
  const feedback = {
    marks: marks.filter(keeps),
    regions: regions.filter(keeps),
    edits: edits.filter(keeps),
    judgements: judgements.filter(keeps),
    ids: ids.filter((id) => !left.has(id)),
  };
  const terms = toTerms({
    feedback,
    classIds: labels.classIds,
    mode: state.project.mode,
    heldOut: labels.heldOut,
    answers: state.labels,
  });
  const { priors } = withStrengths(terms, session.measured.strengths);
  const rows = taught.rows.filter(({ term }) => !left.has(term.eventId));
  return learner.headWith(
    inEventOrder(labels.training, rows),
    toPriors(priors, { ...encoded, explainer }),
  );
}

interface Result {
  readonly right: readonly boolean[];
  /** Mean log loss. */
  readonly loss: number;
}

function evaluate(
  { encoded, labels, state }: LearnSession,
  head: HeadWeights,
  blind: readonly RowLabel[],
): Result {
  const { mode } = state.project;
  const classes = labels.classIds.length;
  const rows = blind.map(({ row }) => row);
  const p = scoreRows({ features: encoded.features, rows, head, mode });
  let loss = 0;
  const right = blind.map(({ classes: truth }, i) => {
    const own = p.subarray(i * classes, (i + 1) * classes);
    const isTrue = (c: number): boolean => truth.includes(c);
    own.forEach((value, c) => {
      if (isTrue(c)) loss -= Math.log(Math.max(1e-6, value));
      else if (mode === 'multi') loss -= Math.log(Math.max(1e-6, 1 - value));
    });
    if (mode === 'multi') return own.every((value, c) => value > 0.5 === isTrue(c));
    return isTrue(own.indexOf(Math.max(...own)));
  });
  return { right, loss: loss / Math.max(1, blind.length) };
}

function compare(a: Result, b: Result): Omit<AccountFigure, 'count'> {
  const onlyA = a.right.filter((one, i) => one && !b.right[i]).length;
  const onlyB = b.right.filter((one, i) => one && !a.right[i]).length;
  return {
    withIt: a.right.filter(Boolean).length,
    without: b.right.filter(Boolean).length,
    pValue: mcNemar(onlyA, onlyB),
  };
}
