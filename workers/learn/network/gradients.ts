/**
 * Loss of a small network on a batch, and its gradient, layer by layer. Written out, since tfjs has no
 * gradient of convolutions on WebAssembly: here all of them are products of matrices.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { LabelMode } from '../../../src/domain/records.ts';
import { halve, type MapShape, turnKernel, unfold, unhalve } from './unfold.ts';
import type { LayerVariables, NetworkVariables } from './variables.ts';

/** Of the weights, biases excepted: 1/2 DECAY |w|^2 belongs to the loss. */
export const DECAY = 0.002;

export interface NetworkBatch {
  /** [rows, side, side, channels] */
  readonly inputs: tf.Tensor4D;
  /** 1 for each class of the answer, [rows, classes]. */
  readonly targets: tf.Tensor2D;
  /** How much each row counts; of mean 1 over all answers, [rows, 1]. */
  readonly weights: tf.Tensor2D;
  readonly mode: LabelMode;
}

interface MapPass {
  /** Neighbourhoods that went in. */
  readonly unfolded: tf.Tensor2D;
  /** max(0, .) of what came out, before the means. */
  readonly raised: tf.Tensor2D;
  readonly shapeIn: MapShape;
  readonly shapeOut: MapShape;
}

interface Pass {
  readonly maps: readonly MapPass[];
  readonly flat: tf.Tensor2D;
  readonly hidden: tf.Tensor2D;
  /** By class, [rows, classes]. */
  readonly scores: tf.Tensor2D;
}

/** Call it within `tf.tidy`. */
export function forward(variables: NetworkVariables, inputs: tf.Tensor4D): Pass {
  let values = inputs;
  const maps = variables.maps.map(({ halves, ...layer }): MapPass => {
    const shapeIn = values.shape as MapShape;
    const unfolded = unfold(values);
    const raised = tf.relu(affine(layer, unfolded));
    const [n, height, width] = shapeIn;
    const shapeOut = [n, height, width, layer.bias.shape[0]] as const;
    const whole = tf.reshape(raised, [...shapeOut]) as tf.Tensor4D;
    values = halves ? halve(whole) : whole;
    return { unfolded, raised, shapeIn, shapeOut };
  });
  const flat = tf.reshape(values, [inputs.shape[0], -1]) as tf.Tensor2D;
  const hidden = tf.relu(affine(variables.hidden, flat));
  return { maps, flat, hidden, scores: affine(variables.last, hidden) };
}

function affine({ weights, bias }: LayerVariables, values: tf.Tensor2D): tf.Tensor2D {
  return tf.add(tf.matMul(values, weights), bias) as tf.Tensor2D;
}

/** Mean weighted cross-entropy and the decay of the weights: a scalar. */
export function lossOf(variables: NetworkVariables, batch: NetworkBatch): tf.Scalar {
  const { scores } = forward(variables, batch.inputs);
  const { targets, weights, mode } = batch;
  const chosen = tf.mul(scores, targets);
  const each =
    mode === 'single'
      ? tf.sub(tf.logSumExp(scores, 1), tf.sum(chosen, 1))
      : tf.sum(tf.sub(tf.softplus(scores), chosen), 1);
  const fit = tf.mean(tf.mul(each, tf.squeeze(weights, [1])));
  const squares = layersOf(variables).map((layer) => tf.sum(tf.square(layer.weights)));
  return tf.add(fit, tf.mul(tf.addN(squares), DECAY / 2)) as tf.Scalar;
}

export function layersOf({ maps, hidden, last }: NetworkVariables): readonly LayerVariables[] {
  return [...maps, hidden, last];
}

export interface LayerGradient {
  readonly layer: LayerVariables;
  readonly weights: tf.Tensor2D;
  readonly bias: tf.Tensor1D;
}

/** Of `lossOf`, one for each layer. Call it within `tf.tidy`. */
export function gradientsOf(
  variables: NetworkVariables,
  batch: NetworkBatch,
): readonly LayerGradient[] {
  const pass = forward(variables, batch.inputs);
  const { last, hidden } = variables;
  const said = batch.mode === 'single' ? tf.softmax(pass.scores) : tf.sigmoid(pass.scores);
  const share = tf.div(batch.weights, batch.inputs.shape[0]);
  const atScores = tf.mul(tf.sub(said, batch.targets), share) as tf.Tensor2D;
  const atHidden = throughRelu(before(last, atScores), pass.hidden);
  const found = [gradientOf(last, pass.hidden, atScores), gradientOf(hidden, pass.flat, atHidden)];
  let at = pass.maps.length === 0 ? null : before(hidden, atHidden);
  for (let i = pass.maps.length - 1; at !== null; i--) {
    const { unfolded, raised, shapeIn, shapeOut } = pass.maps[i] as MapPass;
    const layer = variables.maps[i] as NetworkVariables['maps'][number];
    const own = throughRelu(spread(at, shapeOut, layer.halves), raised);
    found.push(gradientOf(layer, unfolded, own));
    at = i === 0 ? null : beforeMap(layer, own, { shapeIn, shapeOut });
  }
  return found;
}

/** Back through the means, to one row for each place. */
function spread(at: tf.Tensor2D, shape: MapShape, halves: boolean): tf.Tensor2D {
  const [n, height, width, channels] = shape;
  const whole = halves
    ? unhalve(tf.reshape(at, [n, height / 2, width / 2, channels]) as tf.Tensor4D)
    : at;
  return tf.reshape(whole, [n * height * width, channels]);
}

function before({ weights }: LayerVariables, at: tf.Tensor2D): tf.Tensor2D {
  return tf.matMul(at, turned(weights));
}

type Shapes = Pick<MapPass, 'shapeIn' | 'shapeOut'>;

/** [rows, height * width * channels] */
function beforeMap(layer: LayerVariables, at: tf.Tensor2D, { shapeIn, shapeOut }: Shapes) {
  const maps = tf.reshape(at, [...shapeOut]) as tf.Tensor4D;
  const flat = tf.matMul(unfold(maps), turnKernel(layer.weights));
  return tf.reshape(flat, [shapeIn[0], -1]) as tf.Tensor2D;
}

/** Turned beforehand: products that turn a factor themselves are several times slower on WebAssembly. */
function turned(matrix: tf.Tensor2D): tf.Tensor2D {
  return tf.transpose(matrix) as tf.Tensor2D;
}

function throughRelu(at: tf.Tensor2D, raised: tf.Tensor2D): tf.Tensor2D {
  return tf.mul(at, tf.step(raised));
}

function gradientOf(layer: LayerVariables, values: tf.Tensor2D, at: tf.Tensor2D): LayerGradient {
  // The gradient is the smaller of the two to turn.
  const fit = turned(tf.matMul(turned(at), values));
  const weights = tf.add(fit, tf.mul(layer.weights, DECAY)) as tf.Tensor2D;
  return { layer, weights, bias: tf.sum(at, 0) as tf.Tensor1D };
}
