/** From contents to what an encoder takes: files read and decoded where a content names them. */
import type { ItemContent, ProjectId } from '../../../src/domain/records.ts';
import type { Encoder, EncodeTools, ReadBlob } from '../../../src/modalities/contract.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type { Engine } from '../engine/engine.ts';

/** Files decoded at the same time: enough to keep the decoder busy, few enough for a tablet. */
const AT_ONCE = 8;

export type ReadInputs = (contents: readonly ItemContent[]) => Promise<readonly unknown[]>;

export function createInputs(
  encoder: Encoder<unknown, unknown>,
  storage: Storage,
  projectId: ProjectId,
): ReadInputs {
  const { load } = encoder;
  if (!load) return async (contents) => contents;
  const read = readBlobOf(storage, projectId);
  return async (contents) => {
    const inputs: unknown[] = [];
    for (let from = 0; from < contents.length; from += AT_ONCE) {
      const some = contents.slice(from, from + AT_ONCE);
      inputs.push(...(await Promise.all(some.map((content) => load(content, read)))));
    }
    return inputs;
  };
}

function readBlobOf(storage: Storage, projectId: ProjectId): ReadBlob {
  return async (hash) => {
    const blob = await storage.files.get(projectId, hash);
    if (!blob) throw new Error(`The file ${hash.slice(0, 12)}… is not on this device.`);
    return blob;
  };
}

/** The engine's dense product, for encoders. */
export function toolsOf(engine: Engine): EncodeTools {
  return {
    async multiply(a, b, { rows, inner, columns }) {
      const matrix = engine.load(a, rows, inner);
      try {
        return await matrix.times(b, columns);
      } finally {
        matrix.dispose();
      }
    },
  };
}
