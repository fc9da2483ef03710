/** `LearnApi` over one open session: calls run one after another, failures travel as values. */
import type { HoneEvent } from '../../../src/domain/events.ts';
import type {
  CheckpointId,
  EventId,
  ItemContent,
  ItemId,
  ProjectId,
} from '../../../src/domain/records.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { openStorage } from '../../../src/storage/index.ts';
import type {
  CounterfactualQuery,
  DriftQuery,
  EvaluationReport,
  ExplainRequest,
  FairnessQuery,
  FeatureQuery,
  LearnApi,
  LearnerStatus,
  NetworkKind,
  NetworkOffer,
  Outcome,
  ReweighingReport,
  WorkerFailure,
} from '../../api.ts';
import { handOver } from '../../hand-over.ts';
import { createNetworkDesk } from '../network/desk.ts';
import { accountFor } from './account.ts';
import { measureAndStore, storeChoice } from './backends.ts';
import { createBetween } from './between.ts';
import { browseScores, browseVectors } from './browse.ts';
import { automaticCheckpoint, saveCheckpoint } from './checkpoint-session.ts';
import { compareCheckpoints } from './compare.ts';
import { testContrast } from './contrast-test.ts';
import type { Steps } from './evaluate/aside.ts';
import { evaluateStep } from './evaluate/keep.ts';
import { explainItem } from './explain-item.ts';
import { exportModel } from './export-model.ts';
import { fairnessBy, reweighingSteps } from './fairness-session.ts';
import { featureQuestions } from './feature-questions.ts';
import { findCounterfactuals } from './find-counterfactuals.ts';
import { LearnSession } from './learn-session.ts';
import { listFeatures } from './list-features.ts';
import { confusionOf, driftBetween } from './oversight-session.ts';
import { writeStatus } from './persistence.ts';
import { createBackground } from './pool/in-background.ts';
import { createPoolScorer, type PoolScorer } from './pool/pool-scorer.ts';
import { predictItems } from './predict-items.ts';
import { createQuiet, pause } from './quiet.ts';
import { rehearse } from './rehearse.ts';
import { createSerial } from './serial.ts';
import { planRoutes, trustOf } from './trust-session.ts';

const NOT_OPEN: WorkerFailure = {
  code: 'not-found',
  message: 'No project is open in the learner. Open a project first.',
};

const OVERTAKEN: WorkerFailure = {
  code: 'cancelled',
  message: 'Something was decided while it was measured.',
};

/** How long after a failed computation a lost device may take to be reported. */
const LOSS_NOTICE_MS = 500;

/** Nobody reads a question and answers it faster than the pause. */
const SETTLING = { pauseMs: 200, patienceMs: 5_000 } as const;

/** What comes next is on the disk soon, however quickly answers come: a page loaded anew begins there. */
const TELLING = { pauseMs: 100, patienceMs: 500 } as const;

class LearnService implements LearnApi {
  private readonly serial = createSerial();
  private storage: Storage | null = null;
  private session: LearnSession | null = null;
  private scorer: PoolScorer | null = null;
  private readonly networks = createNetworkDesk(this.serial);
  /** Scores what is no row, a step at a time: a call of the person waits for one at most. */
  private readonly quiet = createQuiet();
  private readonly scoring = createBackground(this.quiet, () =>
    this.serial(async () => (await this.scorer?.step()) ?? false),
  );
  private readonly between = createBetween(this.quiet, SETTLING, () => this.settleNow());
  private readonly telling = createBetween(this.quiet, TELLING, () => this.tell());
  private listener: (status: LearnerStatus) => void = () => undefined;

  open(projectId: ProjectId, listener: (status: LearnerStatus) => void): Promise<Outcome<null>> {
    return this.guarded(async () => {
      this.listener = listener;
      await this.openNow(projectId);
      this.between.ask();
      return null;
    });
  }

  learn(events: readonly HoneEvent[]): Promise<Outcome<LearnerStatus>> {
    return this.withSession(async (session) => {
      try {
        await session.learn(events);
      } catch (error) {
        await this.recover(session, error);
      }
      const now = session.isStale() ? await this.openNow(session.status.projectId) : session;
      this.telling.ask();
      this.between.ask();
      return now.status;
    });
  }

  store(): Promise<Outcome<null>> {
    return this.withSession(async (session) => {
      await session.store();
      return null;
    });
  }

  async settle(): Promise<Outcome<null>> {
    await this.between.now();
    return this.withSession(async () => null);
  }

  refresh(): Promise<Outcome<null>> {
    const projectId = this.session?.status.projectId;
    if (!projectId) return Promise.resolve({ ok: false, error: NOT_OPEN });
    return this.open(projectId, this.listener);
  }

  predict(itemIds: readonly ItemId[]) {
    return this.withSession((session, storage) => predictItems(storage, session, itemIds));
  }

  predictContents(contents: readonly ItemContent[]) {
    return this.withSession(async (session) => {
      const probabilities = await session.learner.score(await session.encode(contents));
      return contents.map((_, row) => session.propose(probabilities, row));
    });
  }

  explain(request: ExplainRequest) {
    return this.withSession((session, storage) => explainItem(storage, session, request));
  }

  counterfactuals(query: CounterfactualQuery) {
    return this.withSession((session, storage) => findCounterfactuals(storage, session, query));
  }

  features(query: FeatureQuery) {
    return this.withSession(async (session) => listFeatures(session, query));
  }

  featureQuestions(itemId: ItemId) {
    return this.withSession(async (session) => featureQuestions(session, itemId));
  }

  feedbackAccount() {
    return this.withSession(async (session) => accountFor(session));
  }

  /** Each step takes its turn like any other call, so that an answer waits for one model at most. */
  async evaluate(): Promise<Outcome<EvaluationReport>> {
    let begunAt: EventId | null = null;
    for (;;) {
      const step = await this.withSession(async (session) => {
        begunAt ??= session.state.lastEventId;
        return begunAt === session.state.lastEventId ? evaluateStep(session) : 'overtaken';
      });
      if (!step.ok) return step;
      if (step.value === 'overtaken') return { ok: false, error: OVERTAKEN };
      if (step.value) return { ok: true, value: step.value };
      await pause(0); // What came in meanwhile is heard of only now.
    }
  }

  overview() {
    return this.withSession(
      async ({ explainer, encoded }) => explainer.overview?.(encoded.encoderState) ?? null,
    );
  }

  contrast() {
    return this.withSession((session) => testContrast(session));
  }

  trust() {
    return this.withSession((session, storage) => trustOf(storage, session));
  }

  route(itemIds: readonly ItemId[]) {
    return this.withSession((session, storage) => planRoutes(storage, session, itemIds));
  }

  browseScores() {
    return this.withSession((session, storage) => browseScores(storage, session)).then(handOver);
  }

  browseVectors() {
    return this.withSession(async (session) => browseVectors(session)).then(handOver);
  }

  confusion() {
    return this.withSession((session, storage) => confusionOf(storage, session));
  }

  drift(query: DriftQuery) {
    return this.withSession((session, storage) => driftBetween(storage, session, query));
  }

  fairness(query: FairnessQuery) {
    return this.withSession((session, storage) => fairnessBy(storage, session, query));
  }

  /** In steps, and anew when the model has changed in between. */
  async reweighing(query: FairnessQuery): Promise<Outcome<ReweighingReport>> {
    let begun: { of: Float32Array; steps: Steps<ReweighingReport> } | null = null;
    for (;;) {
      const step = await this.withSession(async (session, storage) => {
        const { probabilities } = session.learner;
        if (begun?.of !== probabilities)
          begun = { of: probabilities, steps: await reweighingSteps(storage, session, query) };
        const { done, value } = begun.steps.next();
        return done ? value : null;
      });
      if (!step.ok) return step;
      if (step.value) return { ok: true, value: step.value };
      await pause(0);
    }
  }

  /** Not one call of the queue but many small ones: answers come first. */
  async trainNetwork(): Promise<Outcome<NetworkOffer>> {
    const ready = await this.withSession(async (session, storage) => ({ session, storage }));
    if (!ready.ok) return ready;
    const { session, storage } = ready.value;
    return toOutcome(() => this.networks.train(session, storage));
  }

  stopNetwork() {
    return this.withSession((session, storage) => this.networks.stop(session, storage));
  }

  keepNetwork(kind: NetworkKind) {
    return this.withSession((session, storage) => this.networks.keep(session, storage, kind));
  }

  saveCheckpoint(id: CheckpointId, name: string, reason: 'automatic' | 'asked' | 'rollback') {
    return this.withSession((session, storage) =>
      saveCheckpoint({ storage, session, id, name, reason }),
    );
  }

  exportModel(id: CheckpointId | null, kind: 'json' | 'tfjs') {
    return this.withSession((session, storage) => exportModel({ storage, session, id, kind }));
  }

  compare(a: CheckpointId, b: CheckpointId) {
    return this.withSession((session, storage) => compareCheckpoints({ storage, session, a, b }));
  }

  async measureBackends() {
    this.storage ??= await openStorage();
    return this.serial(async () => measureAndStore(this.storage as Storage));
  }

  setBackend(choice: Parameters<LearnApi['setBackend']>[0]): Promise<Outcome<null>> {
    return this.withSession(async (session, storage) => {
      await storeChoice(storage, choice);
      await session.changeEngine(null);
      this.watchEngine(session);
      return null;
    });
  }

  async close(): Promise<void> {
    this.between.drop();
    this.telling.drop();
    this.networks.interrupt('The project was closed.');
    await this.serial(async () => {
      await this.session?.close();
      this.session = null;
      this.scorer = null;
      this.storage?.close();
      this.storage = null;
    });
  }

  private async openNow(projectId: ProjectId): Promise<LearnSession> {
    this.networks.interrupt('The project was opened anew, for its items or settings have changed.');
    await this.session?.close();
    this.storage ??= await openStorage();
    this.session = await LearnSession.open({
      storage: this.storage,
      projectId,
      quiet: this.quiet,
      publish: (status) => this.listener(status),
    });
    this.scorer = createPoolScorer(this.storage, this.session);
    this.watchEngine(this.session);
    return this.session;
  }

  private async tell(): Promise<void> {
    if (!this.session || !this.storage) return;
    await writeStatus(this.storage, this.session.status).catch(() => undefined); // A cache.
  }

  /** After the answer was published: what need not be waited for. */
  private async settleNow(): Promise<void> {
    try {
      await this.serial(async () => {
        if (!this.session || !this.storage) return;
        await this.session.settle();
        await automaticCheckpoint(this.storage, this.session);
        await rehearse(this.storage, this.session);
      });
      this.scoring.start();
    } catch {
      // A failed cache write costs seconds at the next start, never an answer.
    }
  }

  private watchEngine(session: LearnSession): void {
    const { engine } = session;
    void engine.lost.then(() =>
      this.serial(async () => {
        if (this.session !== session || session.engine !== engine) return;
        await this.replaceEngine(session);
      }),
    );
  }

  private async replaceEngine(session: LearnSession): Promise<void> {
    await session.changeEngine(session.engine.id);
    this.watchEngine(session);
  }

  /** A failure while learning is a lost engine if the engine says so shortly after; else it is ours. */
  private async recover(session: LearnSession, error: unknown): Promise<void> {
    const pause = new Promise<null>((resolve) => setTimeout(() => resolve(null), LOSS_NOTICE_MS));
    const reason = await Promise.race([session.engine.lost, pause]);
    if (reason === null) throw error;
    await this.replaceEngine(session);
  }

  private withSession<T>(
    task: (session: LearnSession, storage: Storage) => Promise<T>,
  ): Promise<Outcome<T>> {
    return this.guarded(async () => {
      if (!this.session || !this.storage)
        throw Object.assign(new Error(NOT_OPEN.message), NOT_OPEN);
      return task(this.session, this.storage);
    });
  }

  private guarded<T>(task: () => Promise<T>): Promise<Outcome<T>> {
    this.quiet.hush();
    return this.serial(() => toOutcome(task));
  }
}

async function toOutcome<T>(task: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await task() };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}

function failureOf(error: unknown): WorkerFailure {
  const message = error instanceof Error ? error.message : String(error);
  const code = (error as { code?: unknown } | null)?.code;
  const known = (['not-found', 'bad-input', 'damaged', 'cancelled'] as const).find(
    (one) => one === code,
  );
  return { code: known ?? 'unexpected', message };
}

export function createLearnService(): LearnApi {
  return new LearnService();
}
