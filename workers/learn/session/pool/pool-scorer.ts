/**
 * Scores every item of a project whose learner holds only a sample, a few at a time, behind the
 * person's back. What is scored goes to the disk; what the model doubts most becomes rows. A pass
 * takes the model as it is at each step; when it has learned enough since a pass began, another follows.
 */
import type { Item, ProjectId } from '../../../../src/domain/records.ts';
import type { Storage } from '../../../../src/storage/api.ts';
import type { LearnSession } from '../learn-session.ts';
import { createDoubtful, type Doubtful, doubtOf } from './doubtful.ts';
import { BLOCK_ITEMS, writeBlock } from './score-blocks.ts';
import { scoreItems } from './score-contents.ts';

/** A call of the person waits for one step at most. */
const STEP_ITEMS = 256;
/** Become rows after a pass. */
const DOUBTFUL_ROWS = 4_000;
/** Another pass follows when there are so many more answers, in share and number. */
const MORE_SHARE = 1.2;
const MORE_ANSWERS = 10;

export interface PoolScorer {
  /** Does a little; false when there is nothing to do until more is learned. */
  step(): Promise<boolean>;
}

interface Pass {
  readonly key: string;
  readonly answers: number;
  readonly doubtful: Doubtful;
  block: Float32Array;
  place: number;
}

export function createPoolScorer(
  storage: Pick<Storage, 'items' | 'caches'>,
  session: LearnSession,
): PoolScorer {
  const { projectId } = session.status;
  let pass: Pass | null = null;
  let done: Pick<Pass, 'key' | 'answers'> | null = null;

  const isDue = (): boolean => {
    const { encoded, labels } = session;
    const answers = labels.training.length;
    if (!encoded.sampled || answers === 0) return false;
    if (done?.key !== keyOf(session)) return true;
    return (
      Math.abs(answers - done.answers) >= Math.max(MORE_ANSWERS, done.answers * (MORE_SHARE - 1))
    );
  };
  const begin = (): Pass => ({
    key: keyOf(session),
    answers: session.labels.training.length,
    doubtful: createDoubtful(DOUBTFUL_ROWS),
    block: new Float32Array(BLOCK_ITEMS * session.labels.classIds.length),
    place: 0,
  });

  return {
    async step() {
      const total = session.encoded.sampled?.total ?? 0;
      if (pass && pass.key !== keyOf(session)) pass = null; // The classes are others now.
      if (!pass && !isDue()) return false;
      pass ??= begin();
      const end = Math.min(pass.place + STEP_ITEMS, total);
      await scoreStep({ storage, session, pass, end });
      pass.place = end;
      const isEnd = end >= total;
      if (isEnd || end % BLOCK_ITEMS === 0) await keepBlock({ storage, session, pass, projectId });
      if (!isEnd) return true;
      done = pass;
      const ids = pass.doubtful.ids();
      pass = null;
      await session.admitDoubtful(ids);
      return isDue();
    },
  };
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
  const { rowOf, labels, learner, state } = session;
  const classes = labels.classIds.length;
  const items = await storage.items.range(session.status.projectId, pass.place, end);
  const outside = items.filter(({ id }) => !rowOf.has(id));
  const scored = await scoreItems(session.contentScorer(), outside);
  const put = (item: Item, from: Float32Array, row: number): Float32Array => {
    const own = from.subarray(row * classes, (row + 1) * classes);
    pass.block.set(own, (item.ordinal % BLOCK_ITEMS) * classes);
    return own;
  };
  for (const item of items) {
    const row = rowOf.get(item.id);
    if (row !== undefined) put(item, learner.probabilities, row);
  }
  for (const [at, item] of outside.entries()) {
    const own = put(item, scored.probabilities, at);
    if (item.given === null && scored.isRead(at))
      pass.doubtful.see(item.id, doubtOf(own, state.project.mode));
  }
}

async function keepBlock({
  storage,
  session,
  pass,
  projectId,
}: Step & { readonly projectId: ProjectId }): Promise<void> {
  const { labels, status } = session;
  const classes = labels.classIds.length;
  const first = Math.floor((pass.place - 1) / BLOCK_ITEMS) * BLOCK_ITEMS;
  await writeBlock(storage, projectId, {
    classIds: labels.classIds,
    first,
    probabilities: pass.block.slice(0, (pass.place - first) * classes),
    learnedUpTo: status.learnedUpTo,
  });
  session.noteScored(pass.place);
}
