/**
 * From what the camera sees to an item on the disk. One picture after the other: the next is taken
 * while nothing of the one before is only in memory.
 */
import { contentKey } from '../../domain/content.ts';
import type {
  BlobHash,
  ClassId,
  ImageContent,
  ImportId,
  Item,
  ItemId,
} from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import { messageOf } from '../shared/message-of.ts';
import { shotName } from './shot-name.ts';
import { strings } from './strings.ts';

export interface Shot {
  readonly item: Item;
  readonly classId: ClassId | null;
}

export type ShotOutcome =
  /** `refusal`: the picture is safe, but it could not be labelled. */
  | { readonly ok: true; readonly shot: Shot; readonly refusal: string | null }
  | { readonly ok: false; readonly problem: string };

export interface ShutterInput {
  readonly services: Services;
  readonly session: ProjectSession;
  /** All pictures of one visit to the room are one import. */
  readonly importId: ImportId;
}

const QUALITY = 0.92;

/** Durable when it resolves; with a class also labelled. */
export async function takePicture(
  input: ShutterInput,
  video: HTMLVideoElement,
  classId: ClassId | null,
): Promise<ShotOutcome> {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return { ok: false, problem: strings.problems.noPicture };
  const begunAt = input.services.clock.now();
  try {
    const blob = await freeze(video, width, height);
    const item = await store(input, blob, { width, height });
    const refusal = classId ? await answer(input, item.id, classId, begunAt) : null;
    return { ok: true, shot: { item, classId: refusal === null ? classId : null }, refusal };
  } catch (error) {
    return { ok: false, problem: strings.notSaved(messageOf(error)) };
  }
}

async function freeze(video: HTMLVideoElement, width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser lends no canvas.');
  context.drawImage(video, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}

async function store(
  { services, session, importId }: ShutterInput,
  blob: Blob,
  size: { readonly width: number; readonly height: number },
): Promise<Item> {
  const { storage, clock, ids } = services;
  const hash = (await sha256(await blob.arrayBuffer())) as BlobHash;
  const ordinal = await storage.items.count(session.id);
  const content: ImageContent = {
    kind: 'image',
    blob: hash,
    name: shotName(clock.now(), ordinal),
    ...size,
  };
  const key = new TextEncoder().encode(contentKey(content).normalize('NFC'));
  const item: Item = {
    id: ids.next() as ItemId,
    projectId: session.id,
    ordinal,
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
async function answer(
  { session, services }: ShutterInput,
  itemId: ItemId,
  classId: ClassId,
  begunAt: number,
): Promise<string | null> {
  const outcome = await session.run({
    type: 'answer-item',
    itemId,
    classes: [classId],
    durationMs: services.clock.now() - begunAt,
    question: null,
    proposal: null,
  });
  return outcome.ok ? null : outcome.error.message;
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
