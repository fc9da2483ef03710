/**
 * Convolutions as products of matrices, since the WebAssembly backend of tfjs has no backward pass for
 * its own: the neighbourhood of every place becomes a row (im2col), and going back is a convolution too.
 * Only slices, pads and joins, which every backend has.
 */
import * as tf from '@tensorflow/tfjs-core';

const SIZE = 3;
const OFFSETS = [0, 1, 2];

export type MapShape = readonly [rows: number, height: number, width: number, channels: number];

/**
 * [n, side, side, c] to [n * side * side, 9 c]: above left first, channels last, zeros beyond the border.
 * First along lines, then across them: longer stretches are copied, which is twice as quick.
 */
export function unfold(maps: tf.Tensor4D): tf.Tensor2D {
  const [n, height, width, channels] = maps.shape;
  const around: [number, number] = [1, 1];
  const padded = tf.pad4d(maps, [[0, 0], around, around, [0, 0]]);
  const beside = OFFSETS.map((x) =>
    tf.slice4d(padded, [0, 0, x, 0], [n, height + 2, width, channels]),
  );
  const lines = tf.concat(beside, 3) as tf.Tensor4D;
  const above = OFFSETS.map((y) =>
    tf.slice4d(lines, [0, y, 0, 0], [n, height, width, SIZE * channels]),
  );
  return tf.reshape(tf.concat(above, 3), [n * height * width, SIZE * SIZE * channels]);
}

/**
 * The kernel [9 c, f] turned round, as [9 f, c]: the gradient of a convolution is the convolution of the
 * gradient with it, so that going back costs what going forth does.
 */
export function turnKernel(kernel: tf.Tensor2D): tf.Tensor2D {
  const [inputs, filters] = kernel.shape;
  const channels = inputs / (SIZE * SIZE);
  const taps = tf.reshape(kernel, [SIZE * SIZE, channels, filters]);
  const turned = tf.transpose(tf.reverse(taps, 0), [0, 2, 1]);
  return tf.reshape(turned, [SIZE * SIZE * filters, channels]);
}

/** Means of 2 x 2 places; sides are even. */
export function halve(maps: tf.Tensor4D): tf.Tensor4D {
  const [n, height, width, channels] = maps.shape;
  const [h, w] = [height / 2, width / 2];
  const lines = tf.sum(tf.reshape(maps, [n * h, 2, width * channels]), 1);
  const places = tf.sum(tf.reshape(lines, [n * h * w, 2, channels]), 1);
  return tf.reshape(tf.mul(places, 0.25), [n, h, w, channels]);
}

/** The gradient of `halve`: a quarter to each of the four places. */
export function unhalve(means: tf.Tensor4D): tf.Tensor4D {
  const [n, h, w, channels] = means.shape;
  // Joined to itself rather than tiled: tiling is fifty times slower on WebAssembly.
  const quarter = tf.reshape(tf.mul(means, 0.25), [n * h * w, 1, channels]);
  const lines = tf.reshape(tf.concat([quarter, quarter], 1), [n * h, 1, 2 * w * channels]);
  return tf.reshape(tf.concat([lines, lines], 1), [n, 2 * h, 2 * w, channels]);
}
