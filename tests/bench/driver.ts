/**
 * The bench's half inside the page of the built app. It makes a project of the pool rows in
 * IndexedDB, starts the built learning worker through the app's own client, and answers its
 * questions from the label column. The test rows never enter the project.
 */
import { proxy } from 'comlink';
import { decide } from '../../src/domain/commands/index.ts';
import type { EventId, ItemId, ProjectId } from '../../src/domain/records.ts';
import { applyEvents, type ProjectState } from '../../src/domain/state.ts';
import { createWorkerClient, type WorkerClient } from '../../src/engine/worker-client.ts';
import type { Storage } from '../../src/storage/api.ts';
import { openStorage } from '../../src/storage/index.ts';
import type { BackendId, LearnApi, LearnerStatus, Outcome } from '../../workers/api.ts';
import type { BenchRow } from './data.ts';
import { BENCH_PERSON, type BenchProject, createBenchProject, nextId } from './project.ts';
import { type CurvePoint, scorePredictions } from './scores.ts';

export interface SeedRequest {
  readonly seed: number;
  readonly workerUrl: string;
  readonly pool: readonly BenchRow[];
  readonly test: readonly BenchRow[];
  readonly classes: readonly string[];
  readonly strategy: string;
  readonly labels: number;
  readonly checkpoints: readonly number[];
  readonly backend: 'auto' | BackendId;
  readonly audit: number;
}

export interface SeedResult {
  readonly seed: number;
  readonly curve: readonly CurvePoint[];
  /** Milliseconds from handing over the durable answer until the new queue arrived in the page. */
  readonly learnedMs: readonly number[];
  /** The worker's own share of it. */
  readonly workerMs: readonly number[];
  readonly settleMs: readonly number[];
  readonly encodeMs: number;
  readonly queried: readonly number[];
  readonly backend: string;
  readonly adapter: string;
}

interface Run {
  readonly request: SeedRequest;
  readonly storage: Storage;
  readonly client: WorkerClient<LearnApi>;
  readonly project: BenchProject;
}

export async function runSeed(request: SeedRequest): Promise<SeedResult> {
  const storage = await openStorage();
  const project = await createBenchProject(storage, request);
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
  const queried: number[] = [];
  const wanted = Math.min(request.labels, request.pool.length);
  while (queried.length < wanted) {
    const asked = await answer(run, state, status.status);
    state = asked.state;
    status = { ...status, status: asked.status };
    learnedMs.push(asked.learnedMs);
    workerMs.push(asked.status.learnMs ?? 0);
    queried.push(asked.rowId);
    const started = performance.now();
    unwrap(await client.call((api) => api.settle()));
    settleMs.push(performance.now() - started);
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
    encodeMs,
    queried,
    backend: backend ?? '',
    adapter,
  };
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
  const { storage, client, project } = run;
  const question = status.queue[0];
  if (!question)
    throw new Error(`the learner asks nothing although ${status.poolSize} items are left`);
  const row = project.rowOf.get(question.itemId as ItemId);
  if (!row) throw new Error(`the learner asked about ${question.itemId}, which is not in the pool`);
  const decision = decide(
    state,
    {
      type: 'answer-item',
      itemId: question.itemId,
      classes: [project.classOf(row.label)],
      durationMs: 1_000,
      question: question.record,
      proposal: null,
    },
    { ...BENCH_PERSON, newId: () => nextId() as EventId, now: Date.now() },
  );
  if (!decision.ok) throw new Error(decision.refusal);
  await storage.events.append(decision.events);
  const started = performance.now();
  const next = unwrap(await client.call((api) => api.learn(decision.events)));
  const learnedMs = performance.now() - started;
  return { state: applyEvents(state, decision.events), status: next, learnedMs, rowId: row.id };
}

async function score(run: Run, labels: number): Promise<CurvePoint> {
  const { request, client, project } = run;
  const contents = request.test.map((row) => ({ kind: 'text' as const, text: row.text }));
  const proposals = unwrap(await client.call((api) => api.predictContents(contents)));
  const order = request.classes.map((name) => project.classOf(name));
  const probabilities = proposals.map(({ all }) => {
    const byClass = new Map(all.map((entry) => [entry.classId, entry.probability]));
    return order.map((id) => byClass.get(id) ?? 0);
  });
  const truth = request.test.map((row) => request.classes.indexOf(row.label));
  return scorePredictions({ labels, probabilities, truth, classes: request.classes.length });
}

function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.error.message);
}
