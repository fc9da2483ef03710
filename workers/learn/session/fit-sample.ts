/** What an encoder learns from: so many items, read in batches that fit into memory. */
import { createRng, deriveSeed, shuffled } from '../../../src/domain/math/rng.ts';
import type { Item, ItemId, Project } from '../../../src/domain/records.ts';
import type { Encoder } from '../../../src/modalities/contract.ts';
import { type Bounds, batchesOf, type Sample, sampleWithin } from './batches.ts';
import type { TryInputs } from './inputs.ts';

const CHUNK_ROWS = 2_000;
/** Where files are read and decoded for it, progress is told more often. */
const FILE_CHUNK_ROWS = 200;
/** Ten minutes of sound at 24 kHz are 58 MB of samples. */
const CHUNK_MS = 10 * 60_000;
/** An encoder learns from so much sound at most; where that is less than there is, from stretches. */
const FIT_MS = 15 * 60_000;
const STRETCH_MS = 10_000;

export interface FitSource {
  readonly encoder: Encoder<unknown, unknown>;
  readonly inputs: TryInputs;
  readonly project: Pick<Project, 'seed'>;
}

/** How much is read at once. */
export function boundsFor(encoder: Encoder<unknown, unknown>): Bounds {
  return encoder.load
    ? { rows: FILE_CHUNK_ROWS, ms: CHUNK_MS }
    : { rows: CHUNK_ROWS, ms: Infinity };
}

function sampleOf(items: readonly Item[], { encoder, project }: FitSource): Sample<Item> {
  const rows = encoder.fitOn ?? items.length;
  const most = { rows, ms: encoder.excerpt ? FIT_MS : Infinity, stretchMs: STRETCH_MS };
  const draw = () => shuffled(items, createRng(deriveSeed(project.seed, 'fit')));
  const sample = sampleWithin(items.length <= rows ? items : draw(), most);
  return sample.isCut ? sampleWithin(draw(), most) : sample;
}

interface SampleRead {
  readonly inputs: readonly unknown[];
  /** What tells it from a sample of whole items that could all be read; '' = nothing. */
  readonly difference: string;
}

/** What the encoder learns from; items that cannot be read teach it nothing. */
export async function readSample(source: FitSource, items: readonly Item[]): Promise<SampleRead> {
  const { encoder, inputs } = source;
  const { items: drawn, isCut } = sampleOf(items, source);
  const seen: unknown[] = [];
  const blank: { readonly id: ItemId; readonly input: unknown }[] = [];
  for (const part of batchesOf(drawn, boundsFor(encoder))) {
    const readings = await inputs(part.map(({ content }) => content));
    readings.forEach(({ input, problem }, i) => {
      if (problem) blank.push({ id: (part[i] as Item).id, input });
      else seen.push(isCut && encoder.excerpt ? encoder.excerpt(input, STRETCH_MS) : input);
    });
  }
  // Files name what an encoder learns from well enough: so many were always drawn.
  const ofMany = !encoder.load && drawn.length < items.length ? ` from ${drawn.length}` : '';
  return {
    inputs: seen.length > 0 ? seen : blank.map(({ input }) => input),
    difference: `${ofMany}${isCut ? ' stretches' : ''}${blank.map(({ id }) => ` without ${id}`).join('')}`,
  };
}
