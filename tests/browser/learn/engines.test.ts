import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import { textEncoder } from '../../../src/modalities/text/encode.ts';
import type { BackendId } from '../../../workers/api.ts';
import { openTfEngine } from '../../../workers/learn/engine/tf-engine.ts';
import { createLearner } from '../../../workers/learn/learner.ts';
import { makeItems } from '../make.ts';

const adapter = await navigator.gpu?.requestAdapter();
if (!adapter) console.warn('NO WEBGPU ADAPTER: the WebGPU engine is not tested here');
const BACKENDS: readonly BackendId[] = adapter ? ['cpu', 'wasm', 'webgpu'] : ['cpu', 'wasm'];

async function learned(backend: BackendId) {
  const contents = makeItems('p' as never, 120).map(({ content }) => content);
  const state = await textEncoder.fit(contents, { seed: 3, onProgress: () => undefined });
  const features = textEncoder.encode(state, contents);
  const engine = await openTfEngine(backend);
  const before = tf.memory().numTensors;
  const learner = createLearner({ features, classes: 2, mode: 'single', engine });
  for (let n = 1; n <= 10; n++) {
    await learner.learn(Array.from({ length: n }, (_, row) => ({ row, classes: [row % 2] })));
  }
  const probabilities = Array.from(learner.probabilities);
  learner.dispose();
  expect(tf.memory().numTensors).toBe(before);
  return probabilities;
}

describe('engines', () => {
  it('agree on what was learned within 1e-4, and leave no tensor behind', async () => {
    const reference = await learned('cpu');
    for (const backend of BACKENDS.slice(1)) {
      const other = await learned(backend);
      const gap = Math.max(...other.map((p, i) => Math.abs(p - (reference[i] ?? 0))));
      expect(gap, backend).toBeLessThan(1e-4);
    }
  });

  it.skipIf(!adapter)('says when the device is lost', async () => {
    const engine = await openTfEngine('webgpu');
    const rng = createRng(1);
    const matrix = engine.load(
      Float32Array.from({ length: 4_000 }, () => rng.next()),
      100,
      40,
    );
    await matrix.times(new Float32Array(80), 2);
    (tf.backend() as unknown as { device: GPUDevice }).device.destroy();
    expect(await engine.lost).toMatch(/destroyed|lost/i);
  });
});
