import type { BackendMeasurement, LearnApi } from '../../workers/api.ts';
import { deviceSignature } from '../../workers/learn/session/device-signature.ts';
import type { DeviceStore } from '../storage/api.ts';
import { createWorkerClient } from './worker-client.ts';

/** Measures in a worker of its own, so that no open project waits for it. */
export async function measureBackends(spawn: () => Worker): Promise<readonly BackendMeasurement[]> {
  const client = createWorkerClient<LearnApi>(spawn);
  try {
    return await client.call((api) => api.measureBackends());
  } finally {
    client.dispose();
  }
}

/** Measuring waits until the person is at work and the machine has settled. */
const DELAY_MS = 45_000;

/**
 * Measures once per browser, some time after the first question; the next project that is opened runs
 * on what was found quickest. Returns what calls it off.
 */
export function measureLater(device: DeviceStore, spawn: () => Worker): () => void {
  const timer = setTimeout(async () => {
    const stored = await device.get<{ readonly signature: string }>('backends');
    if (stored?.signature !== deviceSignature())
      await measureBackends(spawn).catch(() => undefined);
  }, DELAY_MS);
  return () => clearTimeout(timer);
}
