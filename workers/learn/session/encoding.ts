/**
 * Features of every item of a project, encoded once and kept as a cache in chunks. New items are
 * encoded with the encoder that is there; when a project has doubled since its encoder was learned,
 * a new one is learned, since the old one has seen less than half of the words.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ClassId, Item, ItemId, Project, ProjectId } from '../../../src/domain/records.ts';
import type { Encoder, EncodeTools, Features } from '../../../src/modalities/contract.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { batchesOf } from './batches.ts';
import { concatFeatures } from './concat-features.ts';
import { boundsFor, readSample } from './fit-sample.ts';
import type { ReadProblem, TryInputs } from './inputs.ts';
import { replaceRows } from './replace-rows.ts';

const READ_ROWS = 1_000;
const WRITE_AFTER_MS = 4_000;
const WRITE_PAUSE_MS = 150;
/** Share of the progress bar that reading and fitting take; the rest is encoding. */
const FIT_SHARE = 0.8;
/** Reading every file takes longer than learning from some of them. */
const FILE_FIT_SHARE = 0.3;

export interface EncodedProject {
  readonly features: Features;
  readonly ids: readonly ItemId[];
  readonly given: readonly (readonly ClassId[] | null)[];
  /** Rows that are blank because their item could not be read. */
  readonly unread: ReadonlyMap<number, ReadProblem>;
  readonly encoderState: unknown;
  /** Equal fingerprints mean equal feature columns: snapshots are exchangeable. */
  readonly fingerprint: string;
}

interface Header {
  readonly encoderId: string;
  /** Absent in caches written before settings could matter. */
  readonly settingsKey?: string;
  readonly fingerprint: string;
  readonly fittedOn: number;
  readonly rows: number;
  readonly chunks: number;
  readonly state: unknown;
}

interface Chunk {
  readonly ids: readonly ItemId[];
  readonly given: readonly (readonly ClassId[] | null)[];
  readonly features: Features;
  /** Rows of the chunk that are blank because their item could not be read; absent = none. */
  readonly unread?: readonly { readonly at: number; readonly problem: ReadProblem }[];
}

export interface EncodeOptions {
  readonly storage: Storage;
  readonly projectId: ProjectId;
  readonly encoder: Encoder<unknown, unknown>;
  readonly inputs: TryInputs;
  readonly tools: EncodeTools;
  readonly project: Pick<Project, 'seed' | 'settings'>;
  readonly onProgress: (fraction: number) => void;
}

export async function ensureEncoded(options: EncodeOptions): Promise<EncodedProject> {
  const { storage, projectId, encoder } = options;
  const total = await storage.items.count(projectId);
  const header = await storage.caches.get<Header>(projectId, 'encoding');
  const isUsable =
    header?.encoderId === encoder.id &&
    (header.settingsKey ?? '') === settingsKeyOf(options) &&
    total < 2 * header.fittedOn &&
    total >= header.rows;
  if (!header || !isUsable) return encodeAll(options, total);
  const stored = await readChunks(options, header.chunks);
  if (!stored) return encodeAll(options, total);
  const chunks = await mendChunks(options, header.state, stored);
  if (header.rows === total) return assemble(chunks, header);
  const items = await readItems(options, header.rows, total);
  const fresh = await encodeChunks(options, header.state, items);
  const grown = { ...header, rows: total, chunks: header.chunks + fresh.length };
  await writeChunks(options, grown, fresh);
  return assemble([...chunks, ...fresh], grown);
}

async function encodeAll(options: EncodeOptions, total: number): Promise<EncodedProject> {
  const { encoder, tools, onProgress } = options;
  const { seed, settings } = options.project;
  const fitShare = encoder.load ? FILE_FIT_SHARE : FIT_SHARE;
  const items = await readItems(options, 0, total);
  const seen = await readSample(options, items);
  const state = await encoder.fit(seen.inputs, {
    seed,
    settings,
    tools,
    onProgress: (fraction) => onProgress(fraction * fitShare),
  });
  const chunks = await encodeChunks(options, state, items, (fraction) =>
    onProgress(fitShare + fraction * (1 - fitShare)),
  );
  const header: Header = {
    encoderId: encoder.id,
    settingsKey: settingsKeyOf(options),
    fingerprint: fingerprintOf(
      `${encoder.id}${settingsKeyOf(options)}${seen.difference}`,
      seed,
      items,
    ),
    // What could not be read may be readable later: then it counts as new.
    fittedOn: Math.max(total - countUnread(chunks), 1),
    rows: total,
    chunks: chunks.length,
    state,
  };
  // The cache is written behind the person's back: the first questions do not wait for it.
  void pause(WRITE_AFTER_MS)
    .then(() => writeChunks(options, header, chunks))
    .catch(() => undefined);
  return assemble(chunks, header);
}

/** What of the settings the numbers depend on. */
function settingsKeyOf({ encoder, project }: EncodeOptions): string {
  return encoder.settingsKey?.(project.settings) ?? '';
}

async function encodeChunks(
  { encoder, inputs, tools }: EncodeOptions,
  state: unknown,
  items: readonly Item[],
  onProgress: (fraction: number) => void = () => undefined,
): Promise<Chunk[]> {
  const chunks: Chunk[] = [];
  let done = 0;
  for (const part of batchesOf(items, boundsFor(encoder))) {
    const readings = await inputs(part.map((item) => item.content));
    const unread = readings.flatMap(({ problem }, at) => (problem ? [{ at, problem }] : []));
    const read = readings.map(({ input }) => input);
    chunks.push({
      ids: part.map((item) => item.id),
      given: part.map((item) => item.given),
      features: await encoder.encode(state, read, tools),
      ...(unread.length > 0 ? { unread } : {}),
    });
    done += part.length;
    onProgress(done / items.length);
  }
  return chunks;
}

/** Tries once more what could not be read: its file may have come since, or this is another browser. */
async function mendChunks(
  options: EncodeOptions,
  state: unknown,
  chunks: readonly Chunk[],
): Promise<readonly Chunk[]> {
  const mended: Chunk[] = [];
  let first = 0;
  for (const [index, chunk] of chunks.entries()) {
    const better = chunk.unread ? await mend(options, state, { chunk, first }) : chunk;
    if (better !== chunk)
      await options.storage.caches.set(options.projectId, `encoding-${index}`, better);
    mended.push(better);
    first += chunk.ids.length;
  }
  return mended;
}

async function mend(
  options: EncodeOptions,
  state: unknown,
  { chunk, first }: { readonly chunk: Chunk; readonly first: number },
): Promise<Chunk> {
  const { encoder, inputs, tools } = options;
  const items = await readItems(options, first, first + chunk.ids.length);
  const unread = chunk.unread ?? [];
  const readings = await inputs(unread.map(({ at }) => (items[at] as Item).content));
  const isRead = (_: unknown, i: number): boolean => readings[i]?.problem === null;
  const rows = unread.filter(isRead).map(({ at }) => at);
  if (rows.length === 0) return chunk;
  const read = readings.filter(isRead).map(({ input }) => input);
  const features = replaceRows(chunk.features, rows, await encoder.encode(state, read, tools));
  const { unread: _, ...whole } = chunk;
  const left = unread.filter(({ at }) => !rows.includes(at));
  return { ...whole, features, ...(left.length > 0 ? { unread: left } : {}) };
}

function countUnread(chunks: readonly Chunk[]): number {
  return chunks.reduce((sum, { unread }) => sum + (unread?.length ?? 0), 0);
}

async function readItems(options: EncodeOptions, from: number, to: number): Promise<Item[]> {
  const items: Item[] = [];
  for (let start = from; start < to; start += READ_ROWS) {
    const end = Math.min(start + READ_ROWS, to);
    items.push(...(await options.storage.items.range(options.projectId, start, end)));
  }
  return items;
}

async function readChunks(
  { storage, projectId }: EncodeOptions,
  count: number,
): Promise<Chunk[] | null> {
  const chunks: Chunk[] = [];
  for (let index = 0; index < count; index++) {
    const chunk = await storage.caches.get<Chunk>(projectId, `encoding-${index}`);
    if (!chunk) return null; // The cache was dropped half-way: encode anew.
    chunks.push(chunk);
  }
  return chunks;
}

async function writeChunks(
  options: EncodeOptions,
  header: Header,
  fresh: readonly Chunk[],
): Promise<void> {
  const { storage, projectId } = options;
  const first = header.chunks - fresh.length;
  for (const [index, chunk] of fresh.entries()) {
    await storage.caches.set(projectId, `encoding-${first + index}`, chunk);
    await pause(WRITE_PAUSE_MS); // Answers go to the same disk, and they come first.
  }
  await storage.caches.set(projectId, 'encoding', header); // Last: the header vouches for the chunks.
}

function assemble(chunks: readonly Chunk[], header: Header): EncodedProject {
  const unread = new Map<number, ReadProblem>();
  let first = 0;
  for (const chunk of chunks) {
    for (const { at, problem } of chunk.unread ?? []) unread.set(first + at, problem);
    first += chunk.ids.length;
  }
  return {
    features: concatFeatures(chunks.map((chunk) => chunk.features)),
    ids: chunks.flatMap((chunk) => chunk.ids),
    given: chunks.flatMap((chunk) => chunk.given),
    unread,
    encoderState: header.state,
    fingerprint: header.fingerprint,
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function fingerprintOf(encoderId: string, seed: number, items: readonly Item[]): string {
  const hash = sha256.create().update(utf8ToBytes(`${encoderId}\n${seed}\n`));
  for (const item of items) hash.update(utf8ToBytes(item.hash));
  return bytesToHex(hash.digest()).slice(0, 32);
}
