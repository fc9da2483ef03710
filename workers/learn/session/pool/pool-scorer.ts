/**
 * Scores every item of a project whose learner holds only a sample, a few at a time, behind the
 * person's back. What is scored goes to the disk; what the model doubts most becomes rows. A pass
 * takes the model as it is at each step; when it has learned enough since a pass began, another follows.
 */
import type { EventId, Item } from '../../../../src/domain/records.ts';
import type { Storage } from '../../../../src/storage/api.ts';
import type { ReadProblem } from '../inputs.ts';
import type { LearnSession } from '../learn-session.ts';
import { createDoubtful, type Doubtful, doubtOf } from './doubtful.ts';
import { BLOCK_ITEMS, type PassMark, readMark, writeBlock } from './score-blocks.ts';
import { contentScorerOf, scoreItems } from './score-contents.ts';

/** A call of the person waits for one step at most. */
const STEP_ITEMS = 256;
/** Become rows after a pass. */
const DOUBTFUL_ROWS = 4_000;
/** Another pass follows when there are so many more answers (or fewer), in share and number. */
const MORE_SHARE = 0.2;
const MORE_ANSWERS = 10;

export interface PoolScorer {
  /** Does a little; false when there is nothing to do until more is learned. */
  step(): Promise<boolean>;
}

interface Pass extends PassMark {
  readonly doubtful: Doubtful;
  readonly block: Float32Array;
  /** Of the block, by place. */
  readonly unread: Map<number, ReadProblem>;
  /** What the model had learned when the block was begun. */
  learnedUpTo: EventId | null;
  place: number;
}

export function createPoolScorer(
  storage: Pick<Storage, 'items' | 'caches'>,
  session: LearnSession,
): PoolScorer {
  let pass: Pass | null = null;
  let done: PassMark | null = null;
  let isResumed = false;

  const resume = async (): Promise<void> => {
    isResumed = true;
    const mark = await readMark(storage, session.status.projectId);
    if (mark?.key !== keyOf(session)) return;
    if (mark.place === null) done = mark;
    else pass = begin(session, { ...mark, place: mark.place });
  };

  return {
    async step() {
      const { sampled } = session.encoded;
      if (!sampled || session.labels.training.length === 0) return false;
      if (!isResumed) await resume();
      if (pass && pass.key !== keyOf(session)) pass = null; // The classes are others now.
      if (!pass && !isDue(session, done)) return false;
      pass ??= begin(session);
      const isEnd = await advance({ storage, session, pass }, sampled.total);
      if (!isEnd) return true;
      done = { key: pass.key, answers: pass.answers, place: null };
      const ids = pass.doubtful.ids();
      pass = null;
      await session.admitDoubtful(ids);
      return isDue(session, done);
    },
  };
}

function isDue(session: LearnSession, done: PassMark | null): boolean {
  if (done?.key !== keyOf(session)) return true;
  const more = Math.abs(session.labels.training.length - done.answers);
  return more >= Math.max(MORE_ANSWERS, done.answers * MORE_SHARE);
}

function begin(
  session: LearnSession,
  mark: Pick<Pass, 'answers' | 'place'> = { answers: session.labels.training.length, place: 0 },
): Pass {
  return {
    key: keyOf(session),
    answers: mark.answers,
    place: mark.place,
    doubtful: createDoubtful(DOUBTFUL_ROWS),
    block: new Float32Array(BLOCK_ITEMS * session.labels.classIds.length),
    unread: new Map(),
    learnedUpTo: session.status.learnedUpTo,
  };
}

/** One step further; true at the end of the pass. */
async function advance(step: Step, total: number): Promise<boolean> {
  const { pass, session } = step;
  if (pass.place % BLOCK_ITEMS === 0) pass.learnedUpTo = session.status.learnedUpTo;
  const end = Math.min(pass.place + STEP_ITEMS, total);
  await scoreStep({ ...step, end });
  pass.place = end;
  const isEnd = end >= total;
  if (isEnd || end % BLOCK_ITEMS === 0) await keepBlock({ ...step, isEnd });
  return isEnd;
}

function keyOf({ labels, encoded }: LearnSession): string {
  return `${encoded.sampled?.total} ${labels.classIds.join()}`;
}

interface Step {
  readonly storage: Pick<Storage, 'items' | 'caches'>;
  readonly session: LearnSession;
  readonly pass: Pass;
}

async function scoreStep({ storage, session, pass, end }: Step & { readonly end: number }) {
  const { rowOf, labels, learner, state, encoded } = session;
  const classes = labels.classIds.length;
  const items = await storage.items.range(session.status.projectId, pass.place, end);
  const outside = items.filter(({ id }) => !rowOf.has(id));
  const put = (item: Item, from: Float32Array, row: number): Float32Array => {
    const own = from.subarray(row * classes, (row + 1) * classes);
    pass.block.set(own, (item.ordinal % BLOCK_ITEMS) * classes);
    return own;
  };
  for (const item of items) {
    const row = rowOf.get(item.id);
    if (row === undefined) continue;
    put(item, learner.probabilities, row);
    const problem = encoded.unread.get(row);
    if (problem) pass.unread.set(item.ordinal, problem);
  }
  if (outside.length === 0) return;
  const scored = await scoreItems(contentScorerOf(session), outside);
  for (const [at, item] of outside.entries()) {
    const own = put(item, scored.probabilities, at);
    const problem = scored.problemOf(at);
    if (problem) pass.unread.set(item.ordinal, problem);
    else if (item.given === null) pass.doubtful.see(item.id, doubtOf(own, state.project.mode));
  }
}

async function keepBlock({
  storage,
  session,
  pass,
  isEnd,
}: Step & { readonly isEnd: boolean }): Promise<void> {
  const { labels, status } = session;
  const { key, answers, place, learnedUpTo } = pass;
  const first = Math.floor((place - 1) / BLOCK_ITEMS) * BLOCK_ITEMS;
  const { classIds } = labels;
  const probabilities = pass.block.slice(0, (place - first) * classIds.length);
  await writeBlock(storage, status.projectId, {
    block: { classIds, first, probabilities, learnedUpTo, unread: new Map(pass.unread) },
    mark: { key, answers, place: isEnd ? null : place },
  });
  pass.unread.clear();
  const { scoring } = session.status;
  if (scoring) session.publish({ scoring: { ...scoring, scored: place } });
}
