import type { BackendMeasurement, LearnApi } from '../../workers/api.ts';
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
