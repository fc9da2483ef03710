/** Training on answers: what it learns, that it is the same every time, that it leaves nothing behind. */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import { multiplyPlain } from '../../../src/modalities/image/multiply.ts';
import type { ImageState } from '../../../src/modalities/image/state.ts';
import { trainableImage } from '../../../src/modalities/image/trained.ts';
import { featuresOf } from '../../../src/modalities/network/forward.ts';
import { type NetworkKind, planNetwork } from '../../../src/modalities/network/network.ts';
import { scaleOf } from '../../../src/modalities/network/scale.ts';
import { openTfEngine } from '../../../workers/learn/engine/tf-engine.ts';
import { groupedFolds, rightBy } from '../../../workers/learn/network/compare-readings.ts';
import { learnNetwork, readBy } from '../../../workers/learn/network/read-by-network.ts';
import { type Training, trainNetwork } from '../../../workers/learn/network/train-network.ts';
import { makeRaster } from '../image/make.ts';
import { plainEngine } from '../image/plain-engine.ts';
import { wasmFiles } from '../learn/wasm-files.ts';

const SIDE = 8;
/** Class 1 has a bright bar somewhere, lying; class 0 one that stands: no single pixel tells. */
function bars(count: number): Pick<Training, 'inputs' | 'answers'> {
  const rng = createRng(4);
  const inputs = new Float32Array(count * SIDE * SIDE);
  const answers = Array.from({ length: count }, (_, i) => {
    const [line, isLying] = [rng.integer(SIDE), i % 2];
    for (let k = 0; k < SIDE; k++)
      inputs[i * SIDE * SIDE + (isLying ? line * SIDE + k : k * SIDE + line)] = 1;
    for (let k = 0; k < SIDE * SIDE; k++)
      inputs[i * SIDE * SIDE + k] = (inputs[i * SIDE * SIDE + k] as number) + 0.2 * rng.normal();
    return [isLying];
  });
  return { inputs, answers };
}
const trainingOf = (kind: NetworkKind, seed = 3): Training => ({
  plan: planNetwork(kind, { side: SIDE, channels: 1 }),
  ...bars(60),
  classes: 2,
  mode: 'single',
  seed,
  between: async () => undefined,
});

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(() => openTfEngine(backend, wasmFiles));

  it('the same answers and seed give the same network, and no tensor is left', async () => {
    const before = tf.memory().numTensors;
    for (const kind of ['dense', 'convolution'] as const) {
      const train = (seed: number) => trainNetwork({ ...trainingOf(kind, seed), steps: 6 });
      const one = await train(3);
      expect(await train(3)).toEqual(one);
      expect(await train(4)).not.toEqual(one);
    }
    expect(tf.memory().numTensors).toBe(before);
  });

  it('stops when told to, and leaves no tensor', async () => {
    const before = tf.memory().numTensors;
    let steps = 0;
    const between = async (): Promise<void> => {
      steps += 1;
      if (steps === 3) throw new Error('enough');
    };
    await expect(trainNetwork({ ...trainingOf('convolution'), between })).rejects.toThrow('enough');
    expect(steps).toBe(3);
    expect(tf.memory().numTensors).toBe(before);
  });

  // Plain JavaScript takes minutes for it, which is why no convolutions are offered there.
  it.runIf(backend !== 'cpu')('convolutions find bars wherever they lie', async () => {
    const training = trainingOf('convolution');
    const trained = await trainNetwork(training);
    const { units } = training.plan;
    const plain = { mean: new Float32Array(units), gain: new Float32Array(units).fill(1) };
    const hidden = await featuresOf({ ...trained, ...plain }, training.inputs, multiplyPlain);
    const network = { ...trained, ...scaleOf(hidden, units) };
    const fresh = bars(200);
    const dense = await featuresOf(network, fresh.inputs, multiplyPlain);
    const none = { indices: new Uint32Array(0), values: new Float32Array(0) };
    const sparse = { rows: 200, columns: 0, indptr: new Uint32Array(201), ...none };
    const features = { rows: 200, denseDims: units, dense, sparse };
    const rows = [...Array(200).keys()];
    const heads = {
      engine: plainEngine,
      classes: 2,
      mode: 'single' as const,
      answers: fresh.answers,
    };
    const asked = rows.slice(60);
    const right = await rightBy(heads, features, { learned: rows.slice(0, 60), asked });
    expect(right.filter(Boolean).length / asked.length).toBeGreaterThan(0.9);
  });
});

it('reads pictures by what it learned, each alike alone and in company', async () => {
  await openTfEngine('cpu');
  const inputs = Array.from({ length: 60 }, (_, i) => makeRaster(i));
  const frame = trainableImage.frameOf({} as ImageState, inputs);
  expect([frame.side, frame.channels]).toEqual([16, 3]);
  const laidOut = trainableImage.layOut(frame, inputs);
  const mean = laidOut.reduce((sum, value) => sum + value, 0) / laidOut.length;
  expect(mean).toBeCloseTo(0, 3);
  const answers = inputs.map((_, i) => [i % 3]);
  const source = {
    ...{ trainable: trainableImage as never, frame, laidOut, answers, classes: 3, seed: 1 },
    ...{ mode: 'single' as const, tools: { multiply: multiplyPlain } },
  };
  const rows = [...Array(45).keys()];
  const request = { kind: 'dense' as const, rows, between: async () => undefined };
  const network = await learnNetwork(source, request);
  const features = await readBy(source, network, inputs);
  const alone = await readBy(source, network, inputs.slice(50, 51));
  const { denseDims: d } = features;
  expect(alone.dense).toEqual(features.dense.slice(50 * d, 51 * d));
  const heads = { engine: plainEngine, classes: 3, mode: 'single' as const, answers };
  const asked = [...Array(15).keys()].map((i) => 45 + i);
  const right = await rightBy(heads, features, { learned: rows, asked });
  expect(right.filter(Boolean).length).toBeGreaterThan(13);
});

it('equal items go into one fold, and every fold has some of each answer', () => {
  const answers = Array.from({ length: 50 }, (_, i) => [i % 2]);
  const groups = answers.map((_, i) => `item ${i % 30}`);
  const folds = groupedFolds(answers, groups, 1);
  groups.forEach((group, i) => {
    expect(folds[i]).toBe(folds[groups.indexOf(group)]);
  });
  for (const fold of [0, 1, 2, 3, 4]) {
    const own = answers.filter((_, i) => folds[i] === fold).map(([c]) => c);
    expect(new Set(own).size).toBe(2);
  }
});
