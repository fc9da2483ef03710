/** Networks that learn from answers, by modality; where a modality is missing there is none for it. */
import type { Encoder } from '../contract.ts';
import { encoderOf } from '../encoders.ts';
import { trainableImage } from '../image/trained.ts';
import { trainableTable } from '../table/trained.ts';
import type { Trainable } from './contract.ts';

export const trainables = {
  image: trainableImage,
  table: trainableTable,
} as const satisfies Record<string, unknown>;

/** Its frames and states opaque to whoever stores them; null where no network is learned. */
export function trainableOf(modality: string): Trainable | null {
  const found = trainables as unknown as Readonly<Record<string, Trainable>>;
  return Object.hasOwn(found, modality) ? (found[modality] ?? null) : null;
}

const MARK = '-trained-';

/**
 * The encoder with what a network learned: its state is there already, `fit` only hands it out. The hash
 * tells one network from another.
 */
export function trainedEncoder(
  modality: string,
  { state, hash }: { readonly state: unknown; readonly hash: string },
): Encoder<unknown, unknown> {
  const trainable = trainableOf(modality);
  if (!trainable) throw new Error(`no network is learned for ${modality}`);
  const { load, blank, settingsKey } = encoderOf(modality);
  return {
    ...(load ? { load } : {}),
    ...(blank ? { blank } : {}),
    ...(settingsKey ? { settingsKey } : {}),
    id: `${modality}${MARK}${hash.slice(0, 16)}-1`,
    fitOn: 1,
    async fit(_, { onProgress, signal }) {
      signal?.throwIfAborted();
      onProgress(1);
      return state;
    },
    encode: trainable.encode,
  };
}

/** The modality of an encoder made by `trainedEncoder`; null for any other. */
export function trainedModality(encoderId: string): string | null {
  const at = encoderId.indexOf(MARK);
  const modality = at < 0 ? '' : encoderId.slice(0, at);
  return trainableOf(modality) ? modality : null;
}
