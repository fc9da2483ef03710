/** Items to features, batch by batch, with what could not be read told apart. */
import type { Item } from '../../../../src/domain/records.ts';
import type { Encoder, EncodeTools } from '../../../../src/modalities/contract.ts';
import { batchesOf } from '../batches.ts';
import { boundsFor } from '../fit-sample.ts';
import type { TryInputs } from '../inputs.ts';
import { replaceRows } from '../replace-rows.ts';
import type { Chunk, Stretch } from './chunks.ts';
import type { FeatureBuilder } from './feature-builder.ts';

export interface EncodeParts {
  readonly encoder: Encoder<unknown, unknown>;
  readonly inputs: TryInputs;
  readonly tools: EncodeTools;
}

export interface EncodeItems {
  readonly state: unknown;
  /** Emptied: the items of a large project go as they are encoded, to make room for their features. */
  readonly items: Item[];
  readonly builder: FeatureBuilder;
  readonly onProgress?: (fraction: number) => void;
}

/** The rows go into the builder; returned is what is known of them beside. */
export async function encodeItems(
  { encoder, inputs, tools }: EncodeParts,
  { state, items, builder, onProgress = () => undefined }: EncodeItems,
): Promise<Stretch[]> {
  const stretches: Stretch[] = [];
  const total = items.length;
  const batches = [...batchesOf(items, boundsFor(encoder))];
  items.length = 0;
  let done = 0;
  for (let part = batches.shift(); part; part = batches.shift()) {
    const readings = await inputs(part.map((item) => item.content));
    const unread = readings.flatMap(({ problem }, at) => (problem ? [{ at, problem }] : []));
    const read = readings.map(({ input }) => input);
    builder.add(await encoder.encode(state, read, tools));
    stretches.push({
      ids: part.map((item) => item.id),
      given: part.map((item) => item.given),
      ...(unread.length > 0 ? { unread } : {}),
    });
    done += part.length;
    onProgress(done / total);
  }
  return stretches;
}

export interface MendChunk {
  readonly state: unknown;
  readonly chunk: Chunk;
  /** The items of its rows, asked for where one of them could not be read. */
  readonly items: () => Promise<readonly Item[]>;
}

/** Tries once more what could not be read: its file may have come since, or this is another browser. */
export async function mendChunk(
  { encoder, inputs, tools }: EncodeParts,
  { state, chunk, items: readItems }: MendChunk,
): Promise<Chunk> {
  const { unread } = chunk;
  if (!unread) return chunk;
  const items = await readItems();
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
