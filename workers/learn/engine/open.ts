import type { BackendId } from '../../api.ts';
import type { Engine } from './engine.ts';
import { openTfEngine } from './tf-engine.ts';

const FALLBACKS: readonly BackendId[] = ['wasm', 'cpu'];

/** Opens this backend, else the next best: labelling goes on with whatever the device has. */
export async function openEngine(wanted: BackendId): Promise<Engine> {
  const order = [wanted, ...FALLBACKS.filter((id) => id !== wanted)];
  const reasons: string[] = [];
  for (const id of order) {
    try {
      return await openTfEngine(id);
    } catch (error) {
      reasons.push(`${id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(`No backend works in this browser (${reasons.join('; ')}).`);
}
