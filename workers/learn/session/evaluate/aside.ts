/** Models other than the present one: of some of the answers, for looking aside. */
import type { EventId } from '../../../../src/domain/records.ts';
import type { HeadWeights } from '../../head/weights.ts';
import type { RowLabel } from '../labels.ts';
import type { LearnSession } from '../learn-session.ts';
import { proposeFor } from '../proposals.ts';
import { scoreRows } from '../score-rows.ts';
import { inEventOrder, type Taught } from '../teaching.ts';

/** One model is one step: between two of them an answer that waits is learned. */
export type Steps<T> = Generator<void, T>;

export type TaughtRow = Taught['rows'][number];

/**
 * The head that learned only these answers and, of the feedback, the rows that `keeps` lets through.
 * Priors on single features act as they do now.
 */
export function headOf(
  { learner, taught }: LearnSession,
  answers: readonly RowLabel[],
  keeps: (row: TaughtRow) => boolean,
): HeadWeights {
  return learner.headAside(inEventOrder(answers, taught.rows.filter(keeps)), taught.priors);
}

/**
 * Most labels of a model that is made aside: it costs about labels^2 (classes + 10) products, and an
 * answer may have to wait for one. About 560 labels with three classes, 210 with 77: a tenth of a second.
 */
const MOST_WORK = 4_000_000;

export function mostAside(classes: number): number {
  return Math.floor(Math.sqrt(MOST_WORK / (classes + 10)));
}

/** The model as it was when it had learned the first so many labels. */
export function earlierHead(session: LearnSession, count: number): HeadWeights {
  const { answers, keeps } = earlier(session, count);
  return headOf(session, answers, keeps);
}

/** The same from where the present model stands: quick where only the newest labels are left out. */
export function recentHead(session: LearnSession, count: number): HeadWeights {
  const { learner, taught } = session;
  const { answers, keeps } = earlier(session, count);
  return learner.headWith(inEventOrder(answers, taught.rows.filter(keeps)), taught.priors);
}

function earlier({ labels }: LearnSession, count: number) {
  const answers = labels.training.slice(0, count);
  const end: EventId | null = answers.at(-1)?.eventId ?? null;
  const keeps = ({ term }: TaughtRow): boolean => end !== null && term.eventId <= end;
  return { answers, keeps };
}

/** Probabilities of these rows alone, [rows x classes]. */
export function scoreBy(
  { state, encoded }: LearnSession,
  head: HeadWeights,
  rows: readonly number[],
): Float32Array {
  const { mode } = state.project;
  return Float32Array.from(scoreRows({ features: encoded.features, rows, head, mode }));
}

/** Answers (class indices, ascending) that a head gives to these rows. */
export function answersOf(
  session: LearnSession,
  head: HeadWeights,
  rows: readonly number[],
): readonly (readonly number[])[] {
  return readAnswers(session, scoreBy(session, head, rows), [...rows.keys()]);
}

/** The same of probabilities that are there, [rows x classes]. */
export function readAnswers(
  { labels, state }: LearnSession,
  probabilities: Float32Array,
  rows: readonly number[],
): readonly (readonly number[])[] {
  const { classIds } = labels;
  const indexOf = new Map(classIds.map((id, index) => [id, index]));
  const { mode } = state.project;
  return rows.map((row) =>
    proposeFor({ probabilities, row, classIds, mode })
      .classes.map((id) => indexOf.get(id) ?? -1)
      .sort((a, b) => a - b),
  );
}

/** Whether each answer is exactly what was said. */
export function rightOf(
  said: readonly Pick<RowLabel, 'classes'>[],
  answers: readonly (readonly number[])[],
): readonly boolean[] {
  return said.map(({ classes }, i) => {
    const own = answers[i] ?? [];
    return own.length === classes.length && classes.every((c) => own.includes(c));
  });
}
