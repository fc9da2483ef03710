/**
 * One strategy, one seed: the app's learner and its queue of questions, answered by the label
 * column, in Node. What the page adds (storage, messages, painting) is what the bench measures.
 */
import { createRng, deriveSeed } from '../../../src/domain/math/rng.ts';
import type { DuelRecord } from '../../../src/domain/query/duel.ts';
import type { QueryStrategy, QueryVectors } from '../../../src/domain/query/strategy.ts';
import type { ClassId, EventId } from '../../../src/domain/records.ts';
import type { Engine } from '../../../workers/learn/engine/engine.ts';
import { createLearner, type Learner } from '../../../workers/learn/learner.ts';
import { queryInputOf } from '../../../workers/learn/query-input.ts';
import { coldStartRows } from '../../../workers/learn/session/cold-start.ts';
import { createDuels, type DuelSource, type Duels } from '../../../workers/learn/session/duels.ts';
import type { RowLabel } from '../../../workers/learn/session/labels.ts';
import { type PlannedQuestion, planQuestions } from '../../../workers/learn/session/questions.ts';
import { scorePredictions } from '../scores.ts';
import type { SimulatedPool } from './pool.ts';

export interface PlayInput {
  readonly pool: SimulatedPool;
  readonly vectors: QueryVectors;
  readonly strategy: QueryStrategy;
  readonly engine: Engine;
  readonly seed: number;
  readonly labels: number;
  readonly every: number;
  readonly stride: number;
  readonly auditShare: number;
  readonly noise: number;
  /** Called at every point of the curve, before it goes on. */
  readonly onPoint?: (reached: Reached) => Promise<void>;
}

export interface Reached {
  /** Answers learned from. */
  readonly labels: number;
  readonly learner: Learner;
  /** Rows asked about, audits included. */
  readonly asked: ReadonlySet<number>;
}

export interface SimulatedPoint {
  readonly labels: number;
  readonly accuracy: number;
  readonly macroF1: number;
}

export interface Played {
  readonly points: readonly SimulatedPoint[];
  /** Milliseconds to plan the queue, one for each time it was planned. */
  readonly planMs: readonly number[];
  /** How often each reason stood on a question that was asked. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Between chosen and random answers; none without audits. */
  readonly duels: DuelRecord;
}

interface Game {
  readonly input: PlayInput;
  readonly learner: Learner;
  readonly classIds: readonly ClassId[];
  readonly training: RowLabel[];
  readonly audit: RowLabel[];
  readonly duels: Duels;
  readonly asked: Set<number>;
}

export async function play(input: PlayInput): Promise<Played> {
  const game = begin(input);
  const points: SimulatedPoint[] = [];
  const planMs: number[] = [];
  const reasons: Record<string, number> = {};
  while (game.training.length < input.labels) {
    const started = performance.now();
    const queue = plan(game);
    planMs.push(performance.now() - started);
    if (queue.length === 0) break;
    for (const { row, record, why } of queue.slice(0, input.stride)) {
      const reason = why.kind === 'uncertain' ? record.strategy : why.kind;
      reasons[reason] = (reasons[reason] ?? 0) + 1;
      answer(game, row, record.audit);
    }
    await game.learner.learn(game.training);
    if (input.auditShare > 0) game.duels.fight(duelSource(game), input.stride);
    const n = game.training.length;
    const isDue =
      Math.floor(n / input.every) > Math.floor((points.at(-1)?.labels ?? 0) / input.every);
    if (!isDue) continue;
    points.push(await score(game, input.pool));
    await input.onPoint?.({ labels: n, learner: game.learner, asked: game.asked });
  }
  game.learner.dispose();
  const duels = game.duels.record(duelSource(game));
  return { points, planMs, reasons, duels };
}

/** The score of a model that learned every row of the pool. */
export async function scoreOfAll(pool: SimulatedPool, engine: Engine): Promise<SimulatedPoint> {
  const { features, truth, classes } = pool;
  const learner = createLearner({ features, classes: classes.length, mode: 'single', engine });
  const training = truth.map((c, row) => ({ row, classes: [c] }));
  await learner.learn(training);
  const point = await score({ learner, training }, pool);
  learner.dispose();
  return point;
}

function begin(input: PlayInput): Game {
  const { features, classes } = input.pool;
  const { engine } = input;
  return {
    input,
    learner: createLearner({ features, classes: classes.length, mode: 'single', engine }),
    classIds: classes.map((_, index) => `class-${index}` as ClassId),
    training: [],
    audit: [],
    duels: createDuels(),
    asked: new Set(),
  };
}

function plan(game: Game): readonly PlannedQuestion[] {
  const { input, learner, classIds, training, asked } = game;
  const rows = input.pool.features.rows;
  const { seed, vectors, strategy, auditShare } = input;
  const candidates = Int32Array.from({ length: rows }, (_, row) => row);
  return planQuestions({
    ...queryInputOf({
      learner,
      classes: classIds.length,
      mode: 'single',
      candidates: candidates.filter((row) => !asked.has(row)),
      vectors,
      answers: training,
      decisions: asked.size,
      budgetLeft: null,
      seed,
    }),
    rows,
    classIds,
    strategy,
    auditShare,
    seed,
    spread: coldStartRows(sessionLike(game)),
    duels: game.duels.record(duelSource(game)),
  });
}

function duelSource({ input, learner, training, audit }: Game): DuelSource {
  return { learner, features: input.pool.features, mode: 'single', training, audit };
}

/** As much of a session as the cold start looks at. */
function sessionLike({ input, classIds, training }: Game): Parameters<typeof coldStartRows>[0] {
  const parts = {
    labels: { classIds, training },
    encoded: { features: input.pool.features },
    state: { project: { seed: input.seed } },
  };
  return parts as unknown as Parameters<typeof coldStartRows>[0];
}

/** Ids sort as the answers came. */
const idOf = (decision: number): EventId => String(decision).padStart(9, '0') as EventId;

function answer({ input, training, audit, asked }: Game, row: number, isAudit: boolean): void {
  const { pool, seed, noise } = input;
  const rng = createRng(deriveSeed(seed, 'noise', row));
  const shift = rng.next() < noise ? 1 + rng.integer(pool.classes.length - 1) : 0;
  const said = ((pool.truth[row] ?? 0) + shift) % pool.classes.length;
  (isAudit ? audit : training).push({ row, classes: [said], eventId: idOf(asked.size) });
  asked.add(row);
}

async function score(
  { learner, training }: { readonly learner: Learner; readonly training: readonly unknown[] },
  { testFeatures, testTruth, classes }: SimulatedPool,
): Promise<SimulatedPoint> {
  const values = await learner.score(testFeatures);
  const width = classes.length;
  const probabilities = testTruth.map((_, i) => [...values.subarray(i * width, (i + 1) * width)]);
  const { accuracy, macroF1 } = scorePredictions({
    labels: training.length,
    probabilities,
    truth: testTruth,
    classes: width,
  });
  return { labels: training.length, accuracy, macroF1 };
}
