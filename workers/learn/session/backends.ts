/** Which backend does the dense arithmetic: measured once per device, kept, switchable. */
import type { Storage } from '../../../src/storage/api.ts';
import type { BackendChoice, BackendId, BackendMeasurement } from '../../api.ts';
import { BACKEND_NAMES } from '../../backend-names.ts';
import type { Engine } from '../engine/engine.ts';
import { measureEngines } from '../engine/measure.ts';
import { openEngine } from '../engine/open.ts';
import { deviceSignature } from './device-signature.ts';

/** Figures are measured anew when the browser or the app changed. */
interface StoredMeasurement {
  readonly signature: string;
  readonly figures: readonly BackendMeasurement[];
}

const STORE_KEY = 'backends';
const CHOICE_KEY = 'backend-choice';

/** What a person reads when a device went away in mid-work. */
export function sayLost(lost: BackendId, next: BackendId): string {
  return `The ${BACKEND_NAMES[lost]} device was lost; Hone goes on with ${BACKEND_NAMES[next]}. Your answers are safe.`;
}

export async function measureAndStore(storage: Storage): Promise<readonly BackendMeasurement[]> {
  const figures = await measureEngines();
  await storage.device.set(STORE_KEY, {
    signature: deviceSignature(),
    figures,
  } satisfies StoredMeasurement);
  return figures;
}

export async function storeChoice(storage: Storage, choice: BackendChoice): Promise<void> {
  await storage.device.set(CHOICE_KEY, choice);
}

/**
 * Opens the chosen backend, else the quickest measured one; `skip` names those that were lost. Before
 * anything was measured WebAssembly serves: the first question does not wait for a race.
 */
export async function openChosenEngine(
  storage: Storage,
  skip: readonly string[] = [],
): Promise<Engine> {
  const choice = (await storage.device.get<BackendChoice>(CHOICE_KEY)) ?? 'auto';
  if (choice !== 'auto' && !skip.includes(choice)) return openEngine(choice);
  const stored = await storage.device.get<StoredMeasurement>(STORE_KEY);
  const figures = stored?.signature === deviceSignature() ? stored.figures : [];
  const quickest = figures
    .filter(
      (figure) => figure.available && figure.scoreMs !== null && !skip.includes(figure.backend),
    )
    .sort((a, b) => (a.scoreMs ?? 0) - (b.scoreMs ?? 0))[0];
  return openEngine(quickest?.backend ?? (skip.includes('wasm') ? 'cpu' : 'wasm'));
}
