/**
 * Sound encoder: statistics of a level-free log-mel spectrogram, and random local patterns after
 * MiniRocket whose thresholds and scales are learned from the project's own items. No download.
 */
import { createRng, deriveSeed } from '../../domain/math/rng.ts';
import type { ItemContent, ProjectSettings } from '../../domain/records.ts';
import type { Encoder, Features, FitOptions, ReadBlob } from '../contract.ts';
import { blocksOf, featuresOf, widthOf } from './features.ts';
import { type Grid, rowsFor, toGrid } from './grid.ts';
import type { SoundInput } from './input.ts';
import { loadSound } from './load.ts';
import { bandsFor } from './log-mel.ts';
import { spectrogramOf } from './patch.ts';
import { countPatterns, learnPatterns, type PatternBank } from './patterns.ts';
import { atRate } from './resample.ts';
import { learnScaling, type Scaling, scaleInto } from './scaling.ts';

export interface SoundState {
  /** Samples per second of what is encoded. */
  readonly rate: number;
  readonly rows: number;
  readonly bank: PatternBank;
  readonly scaling: Scaling;
}

/** 7 kernels along each of 18 steps, two thresholds each: 1,260 to 1,390 numbers a sound. */
const KERNELS = 126;
const QUANTILES = [0.9, 0.98] as const;
/** More items would hardly move thresholds and scales. */
const FIT_ON = 300;
const DEFAULT_RATE = 16_000;
/** The person's device breathes at least so often. */
const BREATHE_MS = 30;

export function rateOf(settings: ProjectSettings | undefined): number | undefined {
  return settings?.sound?.rate;
}

async function fit(inputs: readonly SoundInput[], options: FitOptions): Promise<SoundState> {
  const rate = rateOf(options.settings) ?? inputs[0]?.rate ?? DEFAULT_RATE;
  const rows = rowsFor(bandsFor(rate));
  const breathe = createBreath(options);
  await breathe(0);
  const grids: Grid[] = [];
  for (const input of inputs) {
    grids.push(gridOf(input, rate));
    await breathe((0.3 * grids.length) / inputs.length);
  }
  const rng = createRng(deriveSeed(options.seed, 'patterns'));
  const bank = learnPatterns(grids, { kernels: KERNELS, quantiles: QUANTILES }, rng);
  const found: Float64Array[] = [];
  for (const grid of grids) {
    found.push(featuresOf(grid, countPatterns(bank, grid)));
    await breathe(0.3 + (0.69 * found.length) / grids.length);
  }
  const scaling = learnScaling(found, blocksOf(bank, rows));
  options.onProgress(1);
  return { rate, rows, bank, scaling };
}

/** What features are read from: the spectrogram, its edited places filled. */
export function gridOf(input: SoundInput, rate: number): Grid {
  return toGrid(spectrogramOf(inRate(input, rate)));
}

export function inRate(input: SoundInput, rate: number): SoundInput {
  if (input.rate === rate) return input;
  const patches = input.patches.map(({ region, donor }) => ({
    region,
    donor: donor && atRate(donor, rate),
  }));
  return { ...atRate(input, rate), patches };
}

/** As long as asked for, from the middle: recordings begin and end with what is not meant. */
function middleOf(input: SoundInput, mostMs: number): SoundInput {
  const { samples, rate } = input;
  const length = Math.floor((rate * mostMs) / 1_000);
  if (samples.length <= length) return input;
  const from = (samples.length - length) >> 1;
  return { samples: samples.slice(from, from + length), rate, patches: [] };
}

function encode(state: SoundState, inputs: readonly SoundInput[]): Features {
  const blocks = blocksOf(state.bank, state.rows);
  const denseDims = widthOf(state.bank, state.rows);
  const dense = new Float32Array(inputs.length * denseDims);
  inputs.forEach((input, i) => {
    const grid = gridOf(input, state.rate);
    const row = featuresOf(grid, countPatterns(state.bank, grid));
    const into = dense.subarray(i * denseDims, (i + 1) * denseDims);
    scaleInto(state.scaling, row, blocks, into);
  });
  return {
    rows: inputs.length,
    denseDims,
    dense,
    sparse: {
      rows: inputs.length,
      columns: 0,
      indptr: new Uint32Array(inputs.length + 1),
      indices: new Uint32Array(0),
      values: new Float32Array(0),
    },
  };
}

function createBreath({ onProgress, signal }: FitOptions): (fraction: number) => Promise<void> {
  // Counted in items alone, time would be an input of its own: so every item may breathe.
  let last = performance.now();
  return async (fraction) => {
    signal?.throwIfAborted();
    if (performance.now() - last < BREATHE_MS) return;
    onProgress(fraction);
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    last = performance.now();
  };
}

export const soundEncoder: Encoder<SoundState, SoundInput> = {
  id: 'sound-mel-patterns-1',
  settingsKey: (settings) => String(rateOf(settings) ?? ''),
  fitOn: FIT_ON,
  load: (content: ItemContent, read: ReadBlob) => loadSound(content, read),
  blank: () => ({ samples: new Float32Array(DEFAULT_RATE), rate: DEFAULT_RATE, patches: [] }),
  excerpt: middleOf,
  fit,
  encode,
};
