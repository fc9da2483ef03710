/** From inputs to the numbers of the hidden layer, in plain code: the same on every device, exported too. */
import type { Multiply } from '../contract.ts';
import type { Layer, MapLayer, Network } from './network.ts';

/** Rows that go through together: what is unfolded of them must fit into memory. */
const PIECE = 16;

/** Row-major [rows x units], scaled; `inputs` is row-major [rows x side * side * channels]. */
export async function featuresOf(
  network: Network,
  inputs: Float32Array,
  multiply: Multiply,
): Promise<Float32Array> {
  const size = network.side ** 2 * network.channels;
  const rows = size === 0 ? 0 : inputs.length / size;
  const { units } = network.hidden;
  const result = new Float32Array(rows * units);
  for (let from = 0; from < rows; from += PIECE) {
    const count = Math.min(PIECE, rows - from);
    const part = inputs.subarray(from * size, (from + count) * size);
    result.set(await hiddenOf(network, part, { rows: count, multiply }), from * units);
  }
  return scaleHidden(network, result);
}

interface Pass {
  readonly rows: number;
  readonly multiply: Multiply;
}

/** max(0, hidden), [rows x units]. */
export async function hiddenOf(
  { channels, side, maps, hidden }: Omit<Network, 'mean' | 'gain'>,
  inputs: Float32Array,
  pass: Pass,
): Promise<Float32Array> {
  let values = inputs;
  let shape = { rows: pass.rows, side, channels };
  for (const layer of maps) {
    values = await mapsOf(layer, values, { ...shape, multiply: pass.multiply });
    shape = { ...shape, channels: layer.units };
    if (!layer.halves) continue;
    values = halve(values, shape);
    shape = { ...shape, side: shape.side / 2 };
  }
  return apply(hidden, values, pass);
}

async function mapsOf(layer: MapLayer, values: Float32Array, maps: Maps & Pass) {
  const rows = maps.rows * maps.side ** 2;
  return apply(layer, unfold(values, maps), { rows, multiply: maps.multiply });
}

/** max(0, values W + b) */
async function apply(
  { inputs, units, weights, bias }: Layer,
  values: Float32Array,
  { rows, multiply }: Pass,
): Promise<Float32Array> {
  const result = await multiply(values, weights, { rows, inner: inputs, columns: units });
  for (let i = 0; i < result.length; i++)
    result[i] = Math.max(0, (result[i] as number) + (bias[i % units] as number));
  return result;
}

export interface Maps {
  readonly rows: number;
  readonly side: number;
  readonly channels: number;
}

/**
 * The neighbourhood of every place as a row: [rows * side * side x 9 * channels], from
 * [rows x side x side x channels]; above left first, channels last; zeros beyond the border.
 */
export function unfold(values: Float32Array, { rows, side, channels }: Maps): Float32Array {
  const width = 9 * channels;
  const result = new Float32Array(rows * side * side * width);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        for (let k = 0; k < 9; k++, at += channels) {
          const [v, h] = [y + Math.floor(k / 3) - 1, x + (k % 3) - 1];
          if (v < 0 || v >= side || h < 0 || h >= side) continue;
          const from = ((row * side + v) * side + h) * channels;
          for (let c = 0; c < channels; c++) result[at + c] = values[from + c] as number;
        }
      }
    }
  }
  return result;
}

/** Means of 2 x 2 places, [rows x side / 2 x side / 2 x channels]. */
function halve(values: Float32Array, { rows, side, channels }: Maps): Float32Array {
  const half = side / 2;
  const result = new Float32Array(rows * half * half * channels);
  for (let row = 0; row < rows; row++) {
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const from = ((row * side + y) * side + x) * channels;
        const to = ((row * half + (y >> 1)) * half + (x >> 1)) * channels;
        for (let c = 0; c < channels; c++)
          result[to + c] = (result[to + c] as number) + (values[from + c] as number) / 4;
      }
    }
  }
  return result;
}

/** In place. */
function scaleHidden({ mean, gain }: Pick<Network, 'mean' | 'gain'>, hidden: Float32Array) {
  const units = mean.length;
  for (let i = 0; i < hidden.length; i++) {
    const k = i % units;
    hidden[i] = ((hidden[i] as number) - (mean[k] as number)) * (gain[k] as number);
  }
  return hidden;
}
