/** Races on the built-in samples, read by the same encoders as a project of them. */
import { createRng, deriveSeed, shuffled } from '../../../src/domain/math/rng.ts';
import type { BlobHash, ItemContent, ProjectSettings } from '../../../src/domain/records.ts';
import type { Encoder, Features } from '../../../src/modalities/contract.ts';
import { encoderOf } from '../../../src/modalities/encoders.ts';
import { samples } from '../../../src/samples/index.ts';
import type { Sample, SampleItem } from '../../../src/samples/sample.ts';
import { storeSample } from '../../import/sample-content.ts';
import { createFeatureBuilder } from '../../learn/session/encoding/feature-builder.ts';
import { toolsOf } from '../../learn/session/inputs.ts';
import { plainEngine } from '../plain-engine.ts';
import { type RaceDataOf, RaceRefused } from '../race-data.ts';
import { itemData } from './item-data.ts';

/** A race reads some of a sample: enough for a test that says something, soon enough for a lesson. */
const ITEMS = { plain: 1_200, files: 300 } as const;
/** As everywhere: the same sample for everyone. */
const SEED = 20261121;
/** Shares of the waiting: reading, learning what to look at, encoding. */
const READ = 0.3;
const FIT = 0.4;
/** Items read or encoded between two signs of life. */
const BATCH = 30;

export interface SampleProgress {
  readonly onProgress: (fraction: number) => void;
  /** Lets other calls in; rejects when the race was called off. */
  readonly breathe: () => Promise<void>;
}

export async function sampleData(id: string, progress: SampleProgress): Promise<RaceDataOf> {
  const sample = samples.find((one) => one.id === id);
  if (!sample) {
    const known = samples.map((one) => one.id).join(', ');
    throw new RaceRefused(`There is no sample ${id}; there are: ${known}.`);
  }
  const encoder = encoderOf(sample.modality);
  const items = drawItems(sample, encoder.load ? ITEMS.files : ITEMS.plain);
  const inputs = await readInputs(items, encoder, progress);
  return itemData({
    features: await encodeAll(sample, inputs, progress),
    truth: items.map(({ classes }) => indicesOf(classes, sample)),
    classNames: sample.classes.map(({ name }) => name),
    mode: sample.mode,
  });
}

function drawItems(sample: Sample, most: number): readonly SampleItem[] {
  const all = [...sample.generate(SEED)];
  return shuffled(all, createRng(deriveSeed(SEED, 'race'))).slice(0, most);
}

function indicesOf(classes: readonly string[], sample: Sample): readonly number[] {
  return classes
    .map((name) => sample.classes.findIndex((one) => one.name === name))
    .filter((index) => index >= 0)
    .sort((a, b) => a - b);
}

/** Pictures and sounds are much arithmetic: that runs where a project's would. */
async function encodeAll(
  { modality, settings }: Sample,
  inputs: readonly unknown[],
  { onProgress, breathe }: SampleProgress,
): Promise<Features> {
  const encoder = encoderOf(modality);
  const engine = encoder.load
    ? await (await import('../../learn/engine/open.ts')).openEngine('wasm')
    : plainEngine;
  try {
    const tools = toolsOf(engine);
    const state = await encoder.fit(inputs.slice(0, encoder.fitOn ?? inputs.length), {
      seed: SEED,
      // What a project of this sample would be given; the rest does not reach encoders.
      settings: (settings ?? {}) as ProjectSettings,
      tools,
      onProgress: (fraction) => onProgress(READ + FIT * fraction),
    });
    const builder = createFeatureBuilder(inputs.length);
    for (let from = 0; from < inputs.length; from += BATCH) {
      builder.add(await encoder.encode(state, inputs.slice(from, from + BATCH), tools));
      onProgress(READ + FIT + ((1 - READ - FIT) * from) / inputs.length);
      await breathe();
    }
    return builder.build();
  } finally {
    engine.dispose();
  }
}

async function readInputs(
  items: readonly SampleItem[],
  encoder: Encoder<unknown, unknown>,
  { onProgress, breathe }: SampleProgress,
): Promise<readonly unknown[]> {
  const inputs: unknown[] = [];
  for (const [i, item] of items.entries()) {
    inputs.push(await readInput(item, encoder));
    if (i % BATCH !== 0) continue;
    onProgress((READ * i) / items.length);
    await breathe();
  }
  return inputs;
}

/** Pictures and sounds go the way of a file, so that the encoder sees what it sees in a project. */
async function readInput(
  { content: made }: SampleItem,
  { load }: Encoder<unknown, unknown>,
): Promise<unknown> {
  const { content, files } = await storeSample(made);
  if (!load) return content satisfies ItemContent;
  return load(content, async (hash: BlobHash) => {
    const file = files.find((one) => one.hash === hash);
    if (!file) throw new Error(`The sample made no file ${hash}.`);
    return file.blob;
  });
}
