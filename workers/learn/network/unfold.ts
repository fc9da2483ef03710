/**
 * Convolutions as products of matrices, since the WebAssembly backend of tfjs has no backward pass for
 * its own: the neighbourhood of every place becomes a row (im2col), and the gradient of that is its
 * adjoint, each number added back to the place it was read from. Only slices, pads and sums, which every
 * backend has.
 */
import * as tf from '@tensorflow/tfjs-core';

const SIZE = 3;
/** Above left first. */
const OFFSETS = Array.from(
  { length: SIZE * SIZE },
  (_, k) => [Math.floor(k / SIZE), k % SIZE] as const,
);

export type MapShape = readonly [rows: number, height: number, width: number, channels: number];

/** [n, side, side, c] to [n * side * side, 9 c]: channels last, zeros beyond the border. */
export function unfold(maps: tf.Tensor4D): tf.Tensor2D {
  const [n, height, width, channels] = maps.shape;
  const around: [number, number] = [1, 1];
  const padded = tf.pad4d(maps, [[0, 0], around, around, [0, 0]]);
  const size: [number, number, number, number] = [n, height, width, channels];
  const shifted = OFFSETS.map(([y, x]) => tf.slice4d(padded, [0, y, x, 0], size));
  return tf.reshape(tf.concat(shifted, 3), [n * height * width, SIZE * SIZE * channels]);
}

/** The adjoint of `unfold` and so its gradient: <unfold(x), y> = <x, fold(y)>. */
export function fold(rows: tf.Tensor2D, [n, height, width, channels]: MapShape): tf.Tensor4D {
  const wide = tf.reshape(rows, [n, height, width, SIZE * SIZE * channels]) as tf.Tensor4D;
  const size: [number, number, number, number] = [n, height, width, channels];
  const placed = OFFSETS.map(([y, x], k) =>
    tf.pad4d(tf.slice4d(wide, [0, 0, 0, k * channels], size), [
      [0, 0],
      [y, SIZE - 1 - y],
      [x, SIZE - 1 - x],
      [0, 0],
    ]),
  );
  return tf.slice4d(tf.addN(placed), [0, 1, 1, 0], size);
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
  const quarter = tf.reshape(tf.mul(means, 0.25), [n * h * w, 1, channels]);
  const lines = tf.reshape(tf.tile(quarter, [1, 2, 1]), [n * h, 1, 2 * w * channels]);
  return tf.reshape(tf.tile(lines, [1, 2, 1]), [n, 2 * h, 2 * w, channels]);
}
