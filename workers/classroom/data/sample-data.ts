/** Races on the built-in samples, read by the same encoders as a project of them. */
import { createRng, deriveSeed, shuffled } from '../../../src/domain/math/rng.ts';
import type { BlobHash, ItemContent, ProjectSettings } from '../../../src/domain/records.ts';
import type { Encoder } from '../../../src/modalities/contract.ts';
import { encoderOf } from '../../../src/modalities/encoders.ts';
import { samples } from '../../../src/samples/index.ts';
import type { Sample, SampleItem } from '../../../src/samples/sample.ts';
import { storeSample } from '../../import/sample-content.ts';
import { type RaceDataOf, RaceRefused } from '../race-data.ts';
import { itemData } from './item-data.ts';

/** A race reads some of a sample: enough for a test that says something, soon enough for a lesson. */
const ITEMS = { plain: 1_200, files: 450 } as const;
/** As everywhere: the same sample for everyone. */
const SEED = 20261121;
/** Share of the waiting that is reading; the rest is encoding. */
const READ_SHARE = 0.3;
/** Items read between two signs of life. */
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
  const state = await encoder.fit(inputs.slice(0, encoder.fitOn ?? inputs.length), {
    seed: SEED,
    // What a project of this sample would be given; the rest does not reach encoders.
    settings: (sample.settings ?? {}) as ProjectSettings,
    onProgress: (fraction) => progress.onProgress(READ_SHARE + (1 - READ_SHARE) * fraction),
  });
  await progress.breathe();
  return itemData({
    features: await encoder.encode(state, inputs),
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

async function readInputs(
  items: readonly SampleItem[],
  encoder: Encoder<unknown, unknown>,
  { onProgress, breathe }: SampleProgress,
): Promise<readonly unknown[]> {
  const inputs: unknown[] = [];
  for (const [i, item] of items.entries()) {
    inputs.push(await readInput(item, encoder));
    if (i % BATCH !== 0) continue;
    onProgress((READ_SHARE * i) / items.length);
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
