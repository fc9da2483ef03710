/** From contents to what an encoder takes: files read and decoded where a content names them. */
import type { ItemContent, ProjectId } from '../../../src/domain/records.ts';
import type { Encoder, EncodeTools, ReadBlob } from '../../../src/modalities/contract.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type { Engine } from '../engine/engine.ts';

/** Files decoded at the same time: enough to keep the decoder busy, few enough for a tablet. */
const AT_ONCE = 8;

/** Why a content cannot be read: its file is not on this device, or this browser cannot open it. */
export type ReadProblem = 'missing' | 'damaged';

export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  constructor(
    readonly problem: ReadProblem,
    message: string,
  ) {
    super(message);
  }
}

/** Rejects with `Unreadable` when one of the contents cannot be read. */
export type ReadInputs = (contents: readonly ItemContent[]) => Promise<readonly unknown[]>;

export interface Reading {
  /** Of an item that cannot be read: a blank one. */
  readonly input: unknown;
  readonly problem: ReadProblem | null;
}

/** Reads what can be read; one damaged file among thousands must not stop the learner. */
export type TryInputs = (contents: readonly ItemContent[]) => Promise<readonly Reading[]>;

export interface Inputs {
  readonly read: ReadInputs;
  readonly tryRead: TryInputs;
}

export function createInputs(
  encoder: Encoder<unknown, unknown>,
  storage: Pick<Storage, 'files'>,
  projectId: ProjectId,
): Inputs {
  const { load, blank } = encoder;
  if (!load) {
    return {
      read: async (contents) => contents,
      tryRead: async (contents) => contents.map((input) => ({ input, problem: null })),
    };
  }
  const readBlob = readBlobOf(storage, projectId);
  const readOne = (content: ItemContent): Promise<unknown> =>
    load(content, readBlob).catch((error: unknown) => {
      throw isOfStorage(error) ? error : toUnreadable(error);
    });
  const tryOne = (content: ItemContent): Promise<Reading> =>
    readOne(content).then(
      (input) => ({ input, problem: null }),
      (error: unknown) => {
        if (!(error instanceof Unreadable) || !blank) throw error;
        return { input: blank(), problem: error.problem };
      },
    );
  return {
    read: (contents) => aFewAtOnce(contents, readOne),
    tryRead: (contents) => aFewAtOnce(contents, tryOne),
  };
}

async function aFewAtOnce<T>(
  contents: readonly ItemContent[],
  readOne: (content: ItemContent) => Promise<T>,
): Promise<readonly T[]> {
  const all: T[] = [];
  for (let from = 0; from < contents.length; from += AT_ONCE)
    all.push(...(await Promise.all(contents.slice(from, from + AT_ONCE).map(readOne))));
  return all;
}

function toUnreadable(error: unknown): Unreadable {
  if (error instanceof Unreadable) return error;
  return new Unreadable('damaged', error instanceof Error ? error.message : String(error));
}

/** The storage as a whole is not there any more: that says nothing of a file. */
function isOfStorage(error: unknown): boolean {
  const kind = (error as { kind?: unknown } | null)?.kind;
  return kind === 'closed' || kind === 'newer-schema';
}

function readBlobOf(storage: Pick<Storage, 'files'>, projectId: ProjectId): ReadBlob {
  return async (hash) => {
    const blob = await storage.files.get(projectId, hash);
    if (!blob)
      throw new Unreadable('missing', `The file ${hash.slice(0, 12)}… is not on this device.`);
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
