import { describe, expect, it } from 'vitest';
import { soundEncoder } from '../../../src/modalities/sound/encode.ts';
import { attribute } from '../../../src/modalities/sound/explain.ts';
import type { SoundInput } from '../../../src/modalities/sound/input.ts';
import { atRate } from '../../../src/modalities/sound/resample.ts';
import type { Engine } from '../../../workers/learn/engine/engine.ts';
import { openTfEngine } from '../../../workers/learn/engine/tf-engine.ts';
import { createLearner } from '../../../workers/learn/learner.ts';
import { wasmFiles } from '../learn/wasm-files.ts';
import { makeSounds, makeTone, RATE } from './make.ts';

const OPTIONS = { seed: 3, onProgress: () => undefined };
const bare = (samples: Float32Array, rate = RATE): SoundInput => ({ samples, rate, patches: [] });

async function lengthBetween(a: SoundInput, b: SoundInput): Promise<number> {
  const state = await soundEncoder.fit(makeSounds(30), OPTIONS);
  const { dense, denseDims: d } = await soundEncoder.encode(state, [a, b]);
  let square = 0;
  for (let k = 0; k < d; k++) square += ((dense[k] as number) - (dense[d + k] as number)) ** 2;
  return Math.sqrt(square);
}

describe('the encoder of sounds', () => {
  it('is sane for silence, nothing, one sample, clipping and a minute', async () => {
    const odd = [
      bare(new Float32Array(0)),
      bare(Float32Array.of(0.5)),
      bare(new Float32Array(RATE)),
      bare(Float32Array.from({ length: RATE }, (_, i) => Math.sign(Math.sin(i / 9)))),
      bare(makeTone(500, 900, 60)),
    ];
    for (const sounds of [makeSounds(20), odd]) {
      const state = await soundEncoder.fit(sounds, OPTIONS);
      const { dense, denseDims } = await soundEncoder.encode(state, odd);
      expect(denseDims).toBeLessThanOrEqual(1_600);
      expect(dense.every(Number.isFinite)).toBe(true);
    }
  });

  it('does not mind how loud a sound is, and less at which rate it comes than what is heard', async () => {
    const samples = makeTone(600, 1_100, 0.4, 5);
    const soft = samples.map((value) => value / 20);
    expect(await lengthBetween(bare(samples), bare(soft))).toBeLessThan(0.05);
    const apart = await lengthBetween(bare(samples), bare(makeTone(1_100, 600, 0.4, 6)));
    const quick = { ...atRate(bare(samples), 24_000), patches: [] };
    expect(await lengthBetween(bare(samples), quick)).toBeLessThan(0.6 * apart);
  });

  it('tells rising, held and falling tones of any pitch apart after ten answers each', async () => {
    const engine: Engine = await openTfEngine('wasm', wasmFiles);
    const sounds = makeSounds(90);
    const state = await soundEncoder.fit(sounds, OPTIONS);
    const features = await soundEncoder.encode(state, sounds);
    const learner = createLearner({ features, classes: 3, mode: 'single', engine });
    await learner.learn(Array.from({ length: 30 }, (_, row) => ({ row, classes: [row % 3] })));
    let right = 0;
    for (let row = 30; row < 90; row++) {
      const own = [...learner.probabilities.subarray(row * 3, row * 3 + 3)];
      if (own.indexOf(Math.max(...own)) === row % 3) right += 1;
    }
    learner.dispose();
    expect(right).toBeGreaterThanOrEqual(55);
  });
});

describe('the explanation of a sound', () => {
  it('speaks most of the place where the telling thing is', async () => {
    // Two kinds that differ in a late high tone alone.
    const make = (isHigh: boolean, seed: number): SoundInput => {
      const low = makeTone(500, 500, 0.8, seed);
      const high = makeTone(2_500, 2_500, 0.8, seed + 50);
      return bare(
        low.map((v, i) => v + (isHigh && i > 0.6 * low.length ? (high[i] as number) : 0)),
      );
    };
    const sounds = Array.from({ length: 40 }, (_, i) => make(i % 2 === 1, i));
    const state = await soundEncoder.fit(sounds, OPTIONS);
    const engine = await openTfEngine('wasm', wasmFiles);
    const features = await soundEncoder.encode(state, sounds);
    const learner = createLearner({ features, classes: 2, mode: 'single', engine });
    await learner.learn(Array.from({ length: 20 }, (_, row) => ({ row, classes: [row % 2] })));
    const { parts } = await attribute(state, sounds[31] as SoundInput, learner.head());
    learner.dispose();
    const strength = ({ latent }: (typeof parts)[number]): number =>
      (latent[1] ?? 0) - (latent[0] ?? 0);
    const best = parts.reduce((a, b) => (strength(b) > strength(a) ? b : a));
    if (best.kind !== 'region') throw new Error('not a place');
    expect(best.region.x).toBeGreaterThanOrEqual(0.5);
    expect(best.region.y).toBeLessThan(0.5);
  });
});
