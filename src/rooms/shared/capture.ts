/** What a camera or a microphone gave, as an item on the disk: nothing of it is only in memory then. */
import { bytesToHex } from '@noble/hashes/utils.js';
import type {
  BlobHash,
  ClassId,
  ImportId,
  Item,
  ItemContent,
  ItemId,
} from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import { hashOfContent } from '../../modalities/content-hash.ts';
import type { NewItem } from '../../storage/api.ts';

export interface CaptureInput {
  readonly services: Services;
  readonly session: ProjectSession;
  /** All that is captured in one visit to a room is one import. */
  readonly importId: ImportId;
  /** Captured to be decided about, not to be asked about: told as it comes, so that no crash forgets it. */
  readonly arrival?: Captures | undefined;
}

/** How an import names what was captured. */
export interface Captures {
  readonly source: string;
  readonly format: string;
}

/** Durable when it resolves; rejects when the disk refuses. `contentOf` is given the file and how many items there are. */
export async function captureItem(
  { services, session, importId, arrival }: CaptureInput,
  blob: Blob,
  contentOf: (hash: BlobHash, count: number) => ItemContent & { readonly name: string },
): Promise<Item> {
  const { storage, ids } = services;
  const hash = await fileHashNative(blob);
  const content = contentOf(hash, await storage.items.count(session.id));
  const item: NewItem = {
    id: ids.next() as ItemId,
    projectId: session.id,
    hash: hashOfContent(content),
    externalId: content.name,
    content,
    fields: {},
    given: null,
    oracle: null,
    importId,
  };
  const [stored] = await storage.items.add([item], [{ hash, blob }]);
  if (!stored) throw new Error('The disk took nothing.');
  if (arrival) await recordArrival(session, { importId, ...arrival }, stored);
  return stored;
}

interface Recorded extends Captures {
  readonly importId: ImportId;
}

async function recordArrival(
  session: ProjectSession,
  capture: Recorded,
  { ordinal: from }: Item,
): Promise<void> {
  const told = {
    ...capture,
    added: 1,
    duplicates: 0,
    rejected: 0,
    purpose: 'decide',
    from,
  } as const;
  const outcome = await session.run({ type: 'record-import', ...told });
  if (!outcome.ok) throw new Error(outcome.error.message);
}

/** What was captured is told like any import, once the person leaves. */
export async function recordCaptures(
  session: ProjectSession,
  capture: Recorded,
  added: number,
): Promise<void> {
  if (added === 0) return;
  await session.run({ type: 'record-import', ...capture, added, duplicates: 0, rejected: 0 });
  await session.refresh();
}

/** The refusal in plain words, or null. */
export async function answerCaptured(
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

/** `fileHash` by the browser's own SHA-256, which does not hold up the page; captures need a secure context anyhow. */
async function fileHashNative(blob: Blob): Promise<BlobHash> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return bytesToHex(new Uint8Array(digest)) as BlobHash;
}
