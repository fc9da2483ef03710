/** Convolutions as products of matrices: against those of tfjs, and against differences of the loss. */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import { multiplyPlain } from '../../../src/modalities/image/multiply.ts';
import { hiddenOf, unfold as unfoldPlain } from '../../../src/modalities/network/forward.ts';
import { flatSize, planNetwork } from '../../../src/modalities/network/network.ts';
import { openTfEngine } from '../../../workers/learn/engine/tf-engine.ts';
import { forward, gradientsOf, lossOf } from '../../../workers/learn/network/gradients.ts';
import { halve, turnKernel, unfold, unhalve } from '../../../workers/learn/network/unfold.ts';
import {
  createVariables,
  listVariables,
  readVariables,
} from '../../../workers/learn/network/variables.ts';
import { wasmFiles } from '../learn/wasm-files.ts';

const draw = (count: number, seed: number): Float32Array => {
  const rng = createRng(seed);
  return Float32Array.from({ length: count }, () => rng.normal());
};
const numbers = async (tensor: tf.Tensor): Promise<number[]> => [...(await tensor.data())];
const expectClose = (found: readonly number[], wanted: readonly number[], digits = 4): void => {
  expect(found).toHaveLength(wanted.length);
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(wanted[i] as number, digits);
  });
};

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(() => openTfEngine(backend, wasmFiles));

  const maps = () => tf.tensor4d(draw(2 * 6 * 6 * 3, 1), [2, 6, 6, 3]);
  const kernel = () => tf.tensor2d(draw(27 * 4, 2), [27, 4]);

  it('unfolding, then a product, is a convolution', async () => {
    const own = tf.reshape(tf.matMul(unfold(maps()), kernel()), [2, 6, 6, 4]);
    const theirs = tf.conv2d(maps(), tf.reshape(kernel(), [3, 3, 3, 4]) as tf.Tensor4D, 1, 'same');
    expectClose(await numbers(own), await numbers(theirs));
    expectClose(
      await numbers(unfold(maps())),
      [...unfoldPlain(draw(2 * 6 * 6 * 3, 1), { rows: 2, side: 6, channels: 3 })],
      6,
    );
  });

  it('going back through halves and kernels is the adjoint of going forth', async () => {
    const inner = async (a: tf.Tensor, b: tf.Tensor) => (await tf.sum(tf.mul(a, b)).data())[0];
    const x = maps();
    const m = tf.tensor4d(draw(2 * 3 * 3 * 3, 4), [2, 3, 3, 3]);
    expect(await inner(halve(x), m)).toBeCloseTo((await inner(x, unhalve(m))) ?? 0, 3);
    const y = tf.tensor4d(draw(72 * 4, 3), [2, 6, 6, 4]);
    const forth = tf.reshape(tf.matMul(unfold(x), kernel()), [2, 6, 6, 4]);
    const back = tf.reshape(tf.matMul(unfold(y), turnKernel(kernel())), [2, 6, 6, 3]);
    expect(await inner(forth, y)).toBeCloseTo((await inner(x, back)) ?? 0, 2);
  });

  it.each(['single', 'multi'] as const)('the gradient is that of the loss, %s', async (mode) => {
    const plan = planNetwork('convolution', { side: 8, channels: 2 });
    const variables = createVariables({ ...plan, units: 5 }, 3, createRng(5));
    variables.last.weights.assign(tf.tensor2d(draw(15, 6), [5, 3]));
    const batch = {
      inputs: tf.tensor4d(draw(4 * 64 * 2, 7), [4, 8, 8, 2]),
      targets: tf.tensor2d([1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0], [4, 3]),
      weights: tf.tensor2d([0.5, 2, 1, 0.5], [4, 1]),
      mode,
    };
    const found = gradientsOf(variables, batch);
    expect(found).toHaveLength(plan.maps.length + 2);
    for (const { layer, weights, bias } of found) {
      for (const [variable, gradient] of [
        [layer.weights, weights],
        [layer.bias, bias],
      ] as const) {
        const drawn = tf.tensor(draw(variable.size, 8), variable.shape);
        const along = tf.div(drawn, tf.norm(drawn)); // Short steps cross few corners of max(0, .).
        const slope = async (step: number): Promise<number> => {
          const before = variable.clone();
          variable.assign(tf.add(before, tf.mul(along, step)) as never);
          const loss = (await lossOf(variables, batch).data())[0] as number;
          variable.assign(before as never);
          return loss;
        };
        const step = 4e-3;
        const wanted = ((await slope(step)) - (await slope(-step))) / (2 * step);
        const own = (await tf.sum(tf.mul(along, gradient as tf.Tensor)).data())[0] as number;
        expect(Math.abs(own - wanted)).toBeLessThan(0.02 * Math.max(0.1, Math.abs(wanted)));
      }
    }
    tf.dispose([...listVariables(variables)]);
  });

  it('plain code gives the hidden numbers that were trained', async () => {
    const plan = planNetwork('convolution', { side: 16, channels: 3 });
    const variables = createVariables(plan, 2, createRng(9));
    const inputs = draw(3 * 16 * 16 * 3, 10);
    const theirs = forward(variables, tf.tensor4d(inputs, [3, 16, 16, 3])).hidden;
    const network = { channels: 3, side: 16, ...(await readVariables(variables)) };
    const own = await hiddenOf(network, inputs, { rows: 3, multiply: multiplyPlain });
    expectClose([...own], await numbers(theirs), 3);
    tf.dispose([...listVariables(variables)]);
  });
});

/** The backward kernels of tfjs itself, which only some backends have. */
it('the gradients of a convolution are those of tfjs on the CPU', async () => {
  await openTfEngine('cpu');
  const x = tf.tensor4d(draw(2 * 6 * 6 * 3, 1), [2, 6, 6, 3]);
  const filter = tf.tensor4d(draw(27 * 4, 2), [3, 3, 3, 4]);
  const dy = tf.tensor4d(draw(2 * 6 * 6 * 4, 3), [2, 6, 6, 4]);
  const how = { strides: 1, pad: 'same', dataFormat: 'NHWC', dimRoundingMode: null };
  const run = (name: string, inputs: tf.NamedTensorMap, more: object): tf.Tensor =>
    tf.engine().runKernel(name, inputs, { ...how, ...more } as never) as tf.Tensor;
  const dx = run('Conv2DBackpropInput', { dy, filter }, { inputShape: x.shape });
  const dw = run('Conv2DBackpropFilter', { x, dy }, { filterShape: filter.shape });
  const flat = tf.reshape(dy, [72, 4]) as tf.Tensor2D;
  const kernel = tf.reshape(filter, [27, 4]) as tf.Tensor2D;
  expectClose(await numbers(tf.matMul(unfold(x), flat, true, false)), await numbers(dw), 3);
  expectClose(await numbers(tf.matMul(unfold(dy), turnKernel(kernel))), await numbers(dx), 3);
});

it('plans halve a picture until four places are left along each side', () => {
  for (const side of [8, 16, 24, 32]) {
    const plan = planNetwork('convolution', { side, channels: 3 });
    expect(plan.maps.length).toBeGreaterThanOrEqual(2);
    expect(flatSize(plan)).toBeLessThanOrEqual(6 * 6 * 32);
  }
  expect(flatSize(planNetwork('dense', { side: 1, channels: 40 }))).toBe(40);
});
