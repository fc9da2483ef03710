import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { measureEngines } from '../../../workers/learn/engine/measure.ts';
import { openTfEngine } from '../../../workers/learn/engine/tf-engine.ts';
import { largestDifference } from './make.ts';
import { wasmFiles } from './wasm-files.ts';

const matrix = Float32Array.from({ length: 50 * 7 }, (_, i) => Math.sin(i));
const right = Float32Array.from({ length: 7 * 77 }, (_, i) => Math.cos(i));

function product(width: number): Float32Array {
  return Float32Array.from({ length: 50 * width }, (_, at) => {
    const [r, c] = [Math.floor(at / width), at % width];
    let sum = 0;
    for (let k = 0; k < 7; k++)
      sum += (matrix[r * 7 + k] as number) * (right[k * width + c] as number);
    return sum;
  });
}

describe.each(['wasm', 'cpu'] as const)('engine %s', (id) => {
  it.each([1, 2, 3, 4, 5, 77])('multiplies %i columns, padded or not', async (width) => {
    const engine = await openTfEngine(id, wasmFiles);
    const before = tf.memory().numTensors;
    const loaded = engine.load(matrix, 50, 7);
    const found = await loaded.times(right.subarray(0, 7 * width), width);
    expect(largestDifference(found, product(width))).toBeLessThan(1e-5);
    loaded.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('takes an empty pool and a pool without dense features', async () => {
    const engine = await openTfEngine(id, wasmFiles);
    expect(await engine.load(new Float32Array(0), 0, 7).times(right, 3)).toEqual(
      new Float32Array(0),
    );
    const bare = engine.load(new Float32Array(0), 2, 0);
    expect(await bare.times(new Float32Array(0), 3)).toEqual(new Float32Array(6));
  });
});

describe('measuring while an engine is in use', () => {
  it('leaves that engine computing where it did', async () => {
    const engine = await openTfEngine('wasm', wasmFiles);
    const loaded = engine.load(matrix, 50, 7);
    const figures = await measureEngines(wasmFiles);
    expect(tf.getBackend()).toBe('wasm');
    expect(
      largestDifference(await loaded.times(right.subarray(0, 21), 3), product(3)),
    ).toBeLessThan(1e-5);
    loaded.dispose();
    const figureOf = (id: string) => figures.find(({ backend }) => backend === id);
    expect(figureOf('wasm')?.available).toBe(true);
    expect(figureOf('cpu')?.scoreMs).toBeGreaterThan(0);
    expect(figureOf('webgpu')).toMatchObject({ available: false, scoreMs: null });
    expect(figureOf('webgpu')?.note).toContain('WebGPU');
  });

  it('keeps to its own backend even if another was made current', async () => {
    const engine = await openTfEngine('wasm', wasmFiles);
    const loaded = engine.load(matrix, 50, 7);
    await tf.setBackend('cpu');
    await loaded.times(right.subarray(0, 21), 3);
    expect(tf.getBackend()).toBe('wasm');
    loaded.dispose();
  });
});
