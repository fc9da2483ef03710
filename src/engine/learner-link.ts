/**
 * The session's hold on the learner. One tab at a time leads (Web Lock) and runs the worker; the
 * others follow what it publishes. A worker that dies is started again and replays from its last
 * published state; three deaths within a minute and we say so instead of looping.
 */

import { type ReadonlySignal, signal } from '@preact/signals';
import { proxy } from 'comlink';
import type { LearnApi, LearnerStatus, Outcome } from '../../workers/api.ts';
import { blankStatus } from '../../workers/learn/session/status.ts';
import type { HoneEvent } from '../domain/events.ts';
import type { ProjectId } from '../domain/records.ts';
import type { Storage } from '../storage/api.ts';
import { afterFrame } from './after-frame.ts';
import { createWorkerClient, type WorkerClient, WorkerDied } from './worker-client.ts';

const MAX_DEATHS = 3;
const DEATH_WINDOW_MS = 60_000;

export interface LearnerLink {
  readonly status: ReadonlySignal<LearnerStatus>;
  /** Hands durable events over; learned once what they changed is on the screen and the worker is free. */
  feed(events: readonly HoneEvent[]): void;
  call<R>(run: (api: LearnApi) => Promise<R>): Promise<R>;
  /** Re-reads what the leading tab published. */
  readPublished(): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface LearnerLinkOptions {
  readonly projectId: ProjectId;
  readonly storage: Storage;
  readonly spawn: () => Worker;
  readonly now: () => number;
}

export function createLearnerLink(options: LearnerLinkOptions): LearnerLink {
  const { projectId, storage, now } = options;
  const status = signal<LearnerStatus>(blankStatus(projectId));
  const closing = new AbortController();
  const deaths: number[] = [];
  let client: WorkerClient<LearnApi> | null = null;
  let waiting: HoneEvent[] = [];
  let isBusy = false;
  let drainNow: () => void = () => undefined;
  let release: () => void = () => undefined;

  const fail = (message: string): void => {
    status.value = { ...status.value, phase: 'failed', message };
  };

  const open = async (): Promise<void> => {
    const started = createWorkerClient<LearnApi>(options.spawn);
    client = started;
    started.onDeath((reason) => void revive(started, reason));
    waiting = []; // Everything durable is read from storage by `open`.
    isBusy = true;
    try {
      const listener = proxy((next: LearnerStatus) => {
        if (client === started) status.value = next;
      });
      const outcome = await started.call((api) => api.open(projectId, listener));
      if (!outcome.ok) fail(outcome.error.message);
    } catch (error) {
      if (!(error instanceof WorkerDied)) fail(String(error));
    } finally {
      if (client === started) isBusy = false;
    }
    await drain();
  };

  const revive = async (dead: WorkerClient<LearnApi>, reason: string): Promise<void> => {
    if (client !== dead || closing.signal.aborted) return;
    client = null;
    dead.dispose();
    deaths.push(now());
    const recent = deaths.filter((at) => now() - at < DEATH_WINDOW_MS).length;
    if (recent >= MAX_DEATHS) {
      fail(
        `The learner stopped ${recent} times within a minute (${reason}). Your answers are safe.`,
      );
      return;
    }
    status.value = {
      ...status.value,
      phase: 'opening',
      message: 'The learner stopped and is starting again.',
    };
    await open();
  };

  const drain = async (): Promise<void> => {
    while (client && !isBusy && waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      isBusy = true;
      const holder = client;
      try {
        const outcome = await holder.call((api) => api.learn(batch));
        if (!outcome.ok) fail(outcome.error.message);
      } catch (error) {
        if (!(error instanceof WorkerDied)) fail(String(error));
      } finally {
        if (client === holder) isBusy = false;
      }
    }
  };

  const readPublished = async (): Promise<void> => {
    if (client) return; // The leading tab hears it from its own worker.
    const published = await storage.caches.get<LearnerStatus>(projectId, 'status');
    if (!published || client) return;
    status.value = { ...published, phase: 'following', message: null };
  };

  const lead = async (): Promise<void> => {
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await open();
    await released;
  };

  const lock = navigator.locks.request(
    `hone-learner-${projectId}`,
    { signal: closing.signal },
    lead,
  );
  lock.catch(() => undefined); // Aborted while waiting: this tab was closed before it could lead.
  void readPublished();

  return {
    status,
    feed(events) {
      if (!client) return; // A follower: the leading tab hears of them from storage.
      waiting.push(...events);
      // The learner's work would compete with the frame in which the next question is drawn.
      drainNow = afterFrame(() => void drain());
    },
    call(run) {
      drainNow(); // Whoever asks the learner asks the one that knows of everything said before.
      if (client) return client.call(run);
      return Promise.reject(new Error('Another tab leads this project; do this there.'));
    },
    readPublished,
    async restart() {
      client?.dispose();
      client = null;
      deaths.length = 0;
      await open();
    },
    async close() {
      closing.abort();
      const last = client;
      client = null;
      await last?.call((api) => api.close()).catch(() => undefined);
      last?.dispose();
      release();
    },
  };
}

/** Rooms get failures as values: a dead worker is an outcome, not an exception. */
export async function asOutcome<T>(call: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await call;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { code: 'unexpected', message } };
  }
}
