/** Writes what a session has learned to the disk: when the person pauses, not after every key. */
import type { Storage } from '../../../src/storage/api.ts';
import type { QualityPoint } from '../../api.ts';
import type { LearnSession } from './learn-session.ts';
import { storeLive } from './live-model.ts';
import { writeStatus } from './persistence.ts';

const PERSIST_DELAY_MS = 1_500;

export interface Keeper {
  /** The model is another one since it was written last. */
  touch(): void;
  /** Tells the other tabs, and writes the weights if nothing more comes for a while. */
  pause(): Promise<void>;
  /** Writes now. */
  store(): Promise<void>;
  close(): Promise<void>;
}

export function createKeeper(storage: Storage, session: LearnSession): Keeper {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isDirty = false;
  let noted: QualityPoint | null = null;

  /** The gallery shows the newest figure without opening the project. */
  async function noteQuality(): Promise<void> {
    const { curve, projectId } = session.status;
    const newest = curve.at(-1);
    if (!newest || newest === noted) return;
    noted = newest;
    const { value, low, high, n } = newest;
    await storage.projects.setSummary(projectId, { quality: { value, low, high, n } });
  }

  async function store(): Promise<void> {
    if (timer) clearTimeout(timer);
    if (!isDirty) return;
    isDirty = false;
    await storeLive(storage, session);
  }

  return {
    touch: () => {
      isDirty = true;
    },
    async pause() {
      await writeStatus(storage, session.status);
      await noteQuality();
      if (timer) clearTimeout(timer);
      timer = setTimeout(() => void store().catch(() => undefined), PERSIST_DELAY_MS);
    },
    store,
    async close() {
      if (timer) clearTimeout(timer);
      await writeStatus(storage, session.status);
      await store();
    },
  };
}
