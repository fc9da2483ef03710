/**
 * The bench's half inside the page of the built app. It makes a project of the pool rows in
 * IndexedDB, starts the built learning worker through the app's own client, and answers its
 * questions from the label column. The test rows never enter the project.
 */
import { proxy } from 'comlink';
import { type Command, decide } from '../../src/domain/commands/index.ts';
import type { EventId, ItemId, ProjectId } from '../../src/domain/records.ts';
import { applyEvents, type ProjectState } from '../../src/domain/state.ts';
import { createWorkerClient, type WorkerClient } from '../../src/engine/worker-client.ts';
import type { Storage } from '../../src/storage/api.ts';
import { openStorage } from '../../src/storage/index.ts';
import type { BackendId, LearnApi, LearnerStatus, Outcome } from '../../workers/api.ts';
import type { FeedbackMode } from './args.ts';
import type { BenchRow } from './data.ts';
import { answerOf } from './noise.ts';
import { createPerson } from './person.ts';
import { BENCH_PERSON, type BenchProject, createBenchProject, nextId } from './project.ts';
import { scaleRows } from './scale-rows.ts';
import { type CurvePoint, scorePredictions } from './scores.ts';
import { encodeWithoutLatent } from './without-latent.ts';

export interface SeedRequest {
  readonly seed: number;
  readonly workerUrl: string;
  readonly importerUrl: string;
  readonly modality: string;
  /** Where the ZIP of pictures or sounds is served; null for other tasks. */
  readonly dataUrl: string | null;
  readonly pool: readonly BenchRow[];
  readonly test: readonly BenchRow[];
  readonly classes: readonly string[];
  readonly strategy: string;
  readonly labels: number;
  readonly checkpoints: readonly number[];
  readonly backend: 'auto' | BackendId;
  readonly audit: number;
  readonly noise: number;
  /** Rows of the pool once replicated (here, so that a million rows need not travel); null = as given. */
  readonly scale: number | null;
  readonly splitSeed: number;
  readonly feedback: FeedbackMode;
  readonly features: 'default' | 'tfidf';
}

export interface SeedResult {
  readonly seed: number;
  readonly curve: readonly CurvePoint[];
  /** Milliseconds from handing over the durable answer until the new queue arrived in the page. */
  readonly learnedMs: readonly number[];
  /** The worker's own share of it. */
  readonly workerMs: readonly number[];
  readonly settleMs: readonly number[];
  /** Milliseconds from handing over a durable act of feedback to the whole pool rescored. */
  readonly clickMs: readonly number[];
  readonly encodeMs: number;
  readonly queried: readonly number[];
  /** Answers that the noise turned into another class. */
  readonly wrongAnswers: number;
  readonly backend: string;
  readonly adapter: string;
}

interface Run {
  readonly request: SeedRequest;
  readonly storage: Storage;
  readonly client: WorkerClient<LearnApi>;
  readonly project: BenchProject;
}

export async function runSeed(given: SeedRequest): Promise<SeedResult> {
  const { scale, splitSeed } = given;
  const pool = scale === null ? given.pool : scaleRows(given.pool, scale, splitSeed);
  const request = { ...given, pool };
  const storage = await openStorage();
  const project = await createBenchProject(storage, request);
  if (request.features === 'tfidf') await encodeWithoutLatent(storage, project, request);
  await storage.device.set('backend-choice', request.backend);
  const client = createWorkerClient<LearnApi>(
    () => new Worker(request.workerUrl, { type: 'module' }),
  );
  const result = await answerAll({ request, storage, client, project });
  await client.call((api) => api.close());
  client.dispose();
  await storage.projects.remove(project.id);
  storage.close();
  return result;
}

async function answerAll(run: Run): Promise<SeedResult> {
  const { request, project, client } = run;
  let status = await open(client, project.id);
  const encodeMs = status.openMs;
  let state = project.state;
  const curve: CurvePoint[] = [];
  const learnedMs: number[] = [];
  const workerMs: number[] = [];
  const settleMs: number[] = [];
  const clickMs: number[] = [];
  const person = createPerson(request.pool);
  const queried: number[] = [];
  let wrongAnswers = 0;
  const wanted = Math.min(request.labels, request.pool.length);
  while (queried.length < wanted) {
    const asked = await answer(run, state, status.status);
    state = asked.state;
    status = { ...status, status: asked.status };
    learnedMs.push(asked.learnedMs);
    workerMs.push(asked.status.learnMs ?? 0);
    queried.push(asked.row.id);
    if (asked.isWrong) wrongAnswers += 1;
    settleMs.push(await settle(client));
    const commands = await person.acts({
      mode: request.feedback,
      row: asked.row,
      itemId: asked.itemId,
      classOf: project.classOf,
      call: (call) => client.call(call),
    });
    for (const command of commands) {
      const act = await perform(run, state, command);
      state = act.state;
      status = { ...status, status: act.status };
      clickMs.push(act.ms);
      settleMs.push(await settle(client));
    }
    if (request.checkpoints.includes(queried.length)) curve.push(await score(run, queried.length));
  }
  const { backend, adapter } = status.status;
  const { seed } = request;
  return {
    seed,
    curve,
    learnedMs,
    workerMs,
    settleMs,
    clickMs,
    encodeMs,
    queried,
    wrongAnswers,
    backend: backend ?? '',
    adapter,
  };
}

/** Milliseconds until what the worker does between a person's acts is done. */
async function settle(client: WorkerClient<LearnApi>): Promise<number> {
  const started = performance.now();
  unwrap(await client.call((api) => api.settle()));
  return performance.now() - started;
}

async function open(
  client: WorkerClient<LearnApi>,
  projectId: ProjectId,
): Promise<{ status: LearnerStatus; openMs: number }> {
  const started = performance.now();
  let latest: LearnerStatus | null = null;
  const listener = proxy((status: LearnerStatus) => {
    latest = status;
  });
  unwrap(await client.call((api) => api.open(projectId, listener)));
  const openMs = performance.now() - started;
  unwrap(await client.call((api) => api.settle()));
  if (!latest) throw new Error('the learner published nothing');
  return { status: latest, openMs };
}

async function answer(run: Run, state: ProjectState, status: LearnerStatus) {
  const { project, request } = run;
  const question = status.queue[0];
  if (!question)
    throw new Error(`the learner asks nothing although ${status.poolSize} items are left`);
  const row = project.rowOf.get(question.itemId as ItemId);
  if (!row) throw new Error(`the learner asked about ${question.itemId}, which is not in the pool`);
  const label = answerOf(request, row);
  const done = await perform(run, state, {
    type: 'answer-item',
    itemId: question.itemId,
    classes: [project.classOf(label)],
    durationMs: 1_000,
    question: question.record,
    proposal: null,
  });
  const isWrong = label !== row.label;
  return { ...done, learnedMs: done.ms, row, isWrong, itemId: question.itemId };
}

/** Appends durably, then has it learned; the milliseconds are those of learning and rescoring. */
async function perform({ storage, client }: Run, state: ProjectState, command: Command) {
  const decision = decide(state, command, {
    ...BENCH_PERSON,
    newId: () => nextId() as EventId,
    now: Date.now(),
  });
  if (!decision.ok) throw new Error(decision.refusal);
  await storage.events.append(decision.events);
  const started = performance.now();
  const status = unwrap(await client.call((api) => api.learn(decision.events)));
  const ms = performance.now() - started;
  return { state: applyEvents(state, decision.events), status, ms };
}

async function score(run: Run, labels: number): Promise<CurvePoint> {
  const { test, classes } = run.request;
  const { length } = classes;
  const truth = test.map((row) => classes.indexOf(row.label));
  const probabilities = await predict(run, test);
  const point = scorePredictions({ labels, probabilities, truth, classes: length });
  const copies = test.flatMap((row) => (row.edited ? [{ ...row, ...row.edited }] : []));
  if (copies.length === 0) return { ...point, contrast: null };
  const { accuracy: contrast } = scorePredictions({
    labels,
    probabilities: await predict(run, copies),
    truth: copies.map((row) => classes.indexOf(row.label)),
    classes: length,
  });
  return { ...point, contrast };
}

async function predict(
  { request, client, project }: Run,
  rows: readonly BenchRow[],
): Promise<readonly (readonly number[])[]> {
  const contents = rows.map(project.contentOf);
  const proposals = unwrap(await client.call((api) => api.predictContents(contents)));
  const order = request.classes.map((name) => project.classOf(name));
  return proposals.map(({ all }) => {
    const byClass = new Map(all.map((entry) => [entry.classId, entry.probability]));
    return order.map((id) => byClass.get(id) ?? 0);
  });
}

function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.error.message);
}
