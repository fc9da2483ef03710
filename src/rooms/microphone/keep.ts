/** From samples to an item on the disk. When it resolves nothing of it is only in memory. */
import { contentKey } from '../../domain/content.ts';
import type {
  BlobHash,
  ClassId,
  ImportId,
  Item,
  ItemId,
  SoundContent,
} from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import type { Samples } from '../../modalities/sound/input.ts';
import { atRate } from '../../modalities/sound/resample.ts';
import { writeWav } from '../../modalities/sound/wav.ts';
import { takeName } from './take-name.ts';

export interface KeepInput {
  readonly services: Services;
  readonly session: ProjectSession;
  /** All that is kept in one visit to the room is one import. */
  readonly importId: ImportId;
}

const DEFAULT_RATE = 24_000;

export function projectRate({ project }: ProjectSession): number {
  return project.value.settings.sound?.rate ?? DEFAULT_RATE;
}

/** Rejects when the disk refuses. */
export async function keepSound(
  { services, session, importId }: KeepInput,
  heard: Samples,
): Promise<Item> {
  const { storage, clock, ids } = services;
  const sound = atRate(heard, projectRate(session));
  const blob = new Blob([writeWav(sound)], { type: 'audio/wav' });
  const hash = (await sha256(await blob.arrayBuffer())) as BlobHash;
  const content: SoundContent = {
    kind: 'sound',
    blob: hash,
    name: takeName(clock.now()),
    startMs: 0,
    durationMs: Math.round((1000 * sound.samples.length) / sound.rate),
  };
  const key = new TextEncoder().encode(contentKey(content).normalize('NFC'));
  const item: Item = {
    id: ids.next() as ItemId,
    projectId: session.id,
    ordinal: await storage.items.count(session.id),
    hash: (await sha256(key.buffer)).slice(0, 32),
    externalId: content.name,
    content,
    fields: {},
    given: null,
    oracle: null,
    importId,
  };
  await storage.items.add([item], [{ hash, blob }]);
  return item;
}

/** The refusal in plain words, or null. */
export async function answer(
  session: ProjectSession,
  { itemId, classId, durationMs }: { itemId: ItemId; classId: ClassId; durationMs: number },
): Promise<string | null> {
  const outcome = await session.run({
    type: 'answer-item',
    itemId,
    classes: [classId],
    durationMs,
    question: null,
    proposal: null,
  });
  return outcome.ok ? null : outcome.error.message;
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
