/** A network on the pixels, learned from the person's own answers. */
import type { EncodeTools, Features } from '../contract.ts';
import { featuresOf } from '../network/forward.ts';
import type { Network } from '../network/network.ts';
import type { Frame, Trainable } from '../trained/contract.ts';
import { multiplyPlain } from './multiply.ts';
import { CHANNELS, type Raster, resize } from './raster.ts';
import type { ImageState } from './state.ts';

/** Pictures are brought to a square: `value = (pixel - centre) / spread`. */
export interface PixelFrame extends Frame {
  /** Pixels along each side. */
  readonly pixels: number;
  readonly centre: number;
  readonly spread: number;
}

export interface TrainedImageState {
  readonly frame: PixelFrame;
  readonly network: Network;
}

/** Pixels along each side: a multiple of `STEP`, so that convolutions can halve it. */
const STEP = 8;
const LARGEST = 32;
/** Beyond so many, 2 x 2 pixels are one place of the network with four times the channels: a quarter of the work. */
const SINGLE = 16;

function frameOf(_: ImageState, rasters: readonly Raster[]): PixelFrame {
  const sides = rasters.map(({ width, height }) => Math.max(width, height)).sort((a, b) => a - b);
  const typical = sides[sides.length >> 1] ?? LARGEST;
  const pixels = Math.min(LARGEST, Math.max(STEP, STEP * Math.round(typical / STEP)));
  const block = pixels > SINGLE ? 2 : 1;
  const sizes = { pixels, side: pixels / block, channels: CHANNELS * block ** 2 };
  const plain = { ...sizes, centre: 0, spread: 1 };
  const values = layOut(plain, rasters);
  const count = Math.max(1, values.length);
  const centre = values.reduce((sum, value) => sum + value, 0) / count;
  const square = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return { ...sizes, centre, spread: Math.sqrt(square / count) || 1 };
}

/** Row-major [pictures x side x side x channels]; the pixels of a place one line after the other. */
function layOut(
  { pixels: wide, side, centre, spread }: PixelFrame,
  rasters: readonly Raster[],
): Float32Array {
  const block = wide / side;
  const size = wide * wide * CHANNELS;
  const values = new Float32Array(rasters.length * size);
  rasters.forEach((raster, i) => {
    const { pixels } = resize(raster, wide, wide);
    for (let y = 0; y < wide; y++) {
      for (let x = 0; x < wide; x++) {
        const place = Math.floor(y / block) * side + Math.floor(x / block);
        const within = (y % block) * block + (x % block);
        const to = i * size + (place * block * block + within) * CHANNELS;
        for (let c = 0; c < CHANNELS; c++)
          values[to + c] = ((pixels[(y * wide + x) * CHANNELS + c] as number) - centre) / spread;
      }
    }
  });
  return values;
}

async function encode(
  { frame, network }: TrainedImageState,
  rasters: readonly Raster[],
  tools?: EncodeTools,
): Promise<Features> {
  const rows = rasters.length;
  const multiply = tools?.multiply ?? multiplyPlain;
  const dense = await featuresOf(network, layOut(frame, rasters), multiply);
  const none = { indices: new Uint32Array(0), values: new Float32Array(0) };
  const sparse = { rows, columns: 0, indptr: new Uint32Array(rows + 1), ...none };
  return { rows, denseDims: network.hidden.units, dense, sparse };
}

export const trainableImage: Trainable<ImageState, PixelFrame, TrainedImageState, Raster> = {
  kinds: ['dense', 'convolution'],
  frameOf,
  layOut,
  stateOf: (frame, network) => ({ frame, network }),
  encode,
};
