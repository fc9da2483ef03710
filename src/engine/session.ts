/** One open project: the fold of its events, the queue to the disk, and the link to the learner. */

import { computed, signal } from '@preact/signals';
import type { Outcome } from '../../workers/api.ts';
import { type Command, decide } from '../domain/commands/index.ts';
import type { HoneEvent } from '../domain/events.ts';
import type { ChainHead, Digest } from '../domain/oversight/chain.ts';
import type { CheckpointId, EventId, ProjectId } from '../domain/records.ts';
import { applyEvents, foldEvents, type ProjectState } from '../domain/state.ts';
import type { Storage, StorageChange } from '../storage/api.ts';
import { sweepInterruptedImports } from '../storage/interrupted-imports.ts';
import type { Alongside, LearnerClient, ProjectSession } from './api.ts';
import { createClaims } from './claims.ts';
import { createDecisionLog, isLogged } from './decision-log.ts';
import { createItemCache } from './item-cache.ts';
import { keepEvents } from './keep-events.ts';
import { asOutcome, createLearnerLink, type LearnerLink } from './learner-link.ts';
import { measureLater } from './measure-backends.ts';
import { type MediaParts, openMedia } from './media.ts';
import { createSaveQueue } from './save-queue.ts';
import type { Clock, IdSource, Person } from './services.ts';

export interface SessionParts {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly person: Person;
  readonly spawnLearner: () => Worker;
  readonly makeThumbnail: MediaParts['makeThumbnail'];
  /** SHA-256 of a text, hex. */
  readonly digest: Digest;
}

interface RunOptions {
  readonly logEnd?: ChainHead | undefined;
  readonly alongside?: Alongside | undefined;
}

/** Rejects when the project does not exist on this device. */
export async function openProjectSession(
  projectId: ProjectId,
  parts: SessionParts,
): Promise<ProjectSession> {
  const { storage } = parts;
  await sweepInterruptedImports(storage);
  const events = await storage.events.of(projectId);
  const folded = foldEvents(events);
  if (!folded) throw new Error(`There is no project ${projectId} on this device.`);
  const known = new Set<EventId>(events.map((event) => event.id));
  /** Made here and on their way to the disk: news of them is no news. */
  const own = new Set<EventId>();
  const state = signal<ProjectState>(folded);
  const itemCount = signal(await storage.items.count(projectId));
  const queue = createSaveQueue(storage.events);
  const claims = createClaims(projectId);
  const media = openMedia({ storage, projectId, makeThumbnail: parts.makeThumbnail });
  const link = createLearnerLink({
    projectId,
    storage,
    spawn: parts.spawnLearner,
    now: parts.clock.now,
  });

  const absorb = (fresh: readonly HoneEvent[]): void => {
    const unseen = fresh.filter((event) => !known.has(event.id));
    if (unseen.length === 0) return;
    for (const event of unseen) known.add(event.id);
    state.value = applyEvents(state.value, unseen);
    link.feed(unseen);
  };
  const runNow = async (
    command: Command,
    { logEnd, alongside }: RunOptions = {},
  ): Promise<Outcome<readonly HoneEvent[]>> => {
    const decision = decide(state.value, command, {
      newId: parts.ids.event,
      now: parts.clock.now(),
      by: parts.person.annotator,
      device: parts.person.device,
      digest: parts.digest,
      logEnd,
    });
    if (!decision.ok) {
      return { ok: false, error: { code: 'bad-input', message: decision.refusal } };
    }
    await keepEvents(decision.events, { save: queue.save, absorb, own, alongside });
    return { ok: true, value: decision.events };
  };
  const log = createDecisionLog({ storage, projectId, device: parts.person.device });
  const run: ProjectSession['run'] = (command, alongside) =>
    isLogged(command, state.value)
      ? log.run(
          () => state.value,
          absorb,
          (logEnd) => runNow(command, { logEnd, alongside }),
        )
      : runNow(command, { alongside });

  const stopListening = storage.subscribe((change) =>
    onChange(change, {
      projectId,
      storage,
      isKnown: (id) => known.has(id) || own.has(id),
      absorb,
      link,
      setCount,
    }),
  );
  async function setCount(): Promise<void> {
    itemCount.value = await storage.items.count(projectId);
  }
  const onVisible = (): void => queue.retryNow();
  document.addEventListener('visibilitychange', onVisible);
  void storage.projects.setSummary(projectId, { lastOpenedAt: parts.clock.now() });
  const stopMeasuring = measureLater(storage.device, parts.spawnLearner);

  return {
    id: projectId,
    state,
    project: computed(() => state.value.project),
    itemCount,
    learner: link.status,
    unsaved: queue.unsaved,
    saveProblem: queue.problem,
    run,
    logHeads: log.heads,
    ...createItemCache(storage.items),
    media,
    claim: claims.claim,
    claimedElsewhere: claims.elsewhere,
    saveCheckpoint: (name) => saveCheckpoint(name, { link, ids: parts.ids, run }),
    async refresh() {
      await setCount();
      await asOutcome(link.call((api) => api.refresh()));
    },
    restartLearner: link.restart,
    learnerClient: learnerClient(link),
    async close() {
      stopListening();
      stopMeasuring();
      document.removeEventListener('visibilitychange', onVisible);
      claims.close();
      media.close();
      await link.close();
    },
  };
}

interface ChangeContext {
  readonly projectId: ProjectId;
  readonly storage: Storage;
  readonly isKnown: (id: EventId) => boolean;
  readonly absorb: (events: readonly HoneEvent[]) => void;
  readonly link: LearnerLink;
  readonly setCount: () => Promise<void>;
}

async function onChange(change: StorageChange, context: ChangeContext): Promise<void> {
  if (change.projectId !== context.projectId) return;
  if (change.kind === 'events') {
    const unseen = change.ids.filter((id) => !context.isKnown(id));
    if (unseen.length > 0) {
      const events = await context.storage.events.get(unseen);
      context.absorb(events);
      // Another tab brought items; the tab that leads reads them, whoever follows has nothing to do.
      if (events.some(({ type }) => type === 'items-imported'))
        await context.link.call((api) => api.refresh()).catch(() => undefined);
    }
  }
  if (change.kind === 'items') await context.setCount();
  if (change.kind === 'model') await context.link.readPublished();
}

function learnerClient(link: LearnerLink): LearnerClient {
  return {
    store: () => asOutcome(link.call((api) => api.store())),
    predict: (ids) => asOutcome(link.call((api) => api.predict(ids))),
    exportModel: (id, kind) => asOutcome(link.call((api) => api.exportModel(id, kind))),
    compare: (a, b) => asOutcome(link.call((api) => api.compare(a, b))),
    measureBackends: () => link.call((api) => api.measureBackends()),
    setBackend: (choice) => asOutcome(link.call((api) => api.setBackend(choice))),
    predictContents: (contents) => asOutcome(link.call((api) => api.predictContents(contents))),
    explain: (request) => asOutcome(link.call((api) => api.explain(request))),
    counterfactuals: (query) => asOutcome(link.call((api) => api.counterfactuals(query))),
    features: (query) => asOutcome(link.call((api) => api.features(query))),
    featureQuestions: (itemId) => asOutcome(link.call((api) => api.featureQuestions(itemId))),
    feedbackAccount: () => asOutcome(link.call((api) => api.feedbackAccount())),
    overview: () => asOutcome(link.call((api) => api.overview())),
    evaluate: () => asOutcome(link.call((api) => api.evaluate())),
    trainNetwork: () => asOutcome(link.call((api) => api.trainNetwork())),
    stopNetwork: () => asOutcome(link.call((api) => api.stopNetwork())),
    keepNetwork: (kind) => asOutcome(link.call((api) => api.keepNetwork(kind))),
    contrast: () => asOutcome(link.call((api) => api.contrast())),
    trust: () => asOutcome(link.call((api) => api.trust())),
    route: (ids) => asOutcome(link.call((api) => api.route(ids))),
    browseScores: () => asOutcome(link.call((api) => api.browseScores())),
    browseVectors: () => asOutcome(link.call((api) => api.browseVectors())),
    confusion: () => asOutcome(link.call((api) => api.confusion())),
    drift: (query) => asOutcome(link.call((api) => api.drift(query))),
    fairness: (query) => asOutcome(link.call((api) => api.fairness(query))),
    reweighing: (query) => asOutcome(link.call((api) => api.reweighing(query))),
  };
}

interface SaveCheckpointContext {
  readonly link: LearnerLink;
  readonly ids: IdSource;
  readonly run: ProjectSession['run'];
}

async function saveCheckpoint(
  name: string,
  { link, ids, run }: SaveCheckpointContext,
): Promise<Outcome<CheckpointId>> {
  const id = ids.next() as CheckpointId;
  const saved = await asOutcome(link.call((api) => api.saveCheckpoint(id, name, 'asked')));
  if (!saved.ok) return saved;
  const recorded = await run({ type: 'record-checkpoint', checkpointId: id, name });
  return recorded.ok ? { ok: true, value: id } : recorded;
}
