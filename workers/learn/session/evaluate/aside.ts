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

/** The model as it was when it had learned the first so many labels. */
export function earlierHead(session: LearnSession, count: number): HeadWeights {
  const answers = session.labels.training.slice(0, count);
  const end: EventId | null = answers.at(-1)?.eventId ?? null;
  return headOf(session, answers, ({ term }) => end !== null && term.eventId <= end);
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
