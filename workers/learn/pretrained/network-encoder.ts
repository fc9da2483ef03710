/** A network that a person brought as encoder and explainer of pictures, in place of the own one. */
import type { Encoder, Features } from '../../../src/modalities/contract.ts';
import type { Explainer } from '../../../src/modalities/explain-contract.ts';
import { searchBy } from '../../../src/modalities/image/counterfactual.ts';
import { attributeBy } from '../../../src/modalities/image/explain.ts';
import { imageExplainer } from '../../../src/modalities/image/explainer.ts';
import { decodeSquare, loadBy } from '../../../src/modalities/image/load.ts';
import { occlusionScorer } from '../../../src/modalities/image/pretrained/occlusion.ts';
import { greyRaster, type Raster } from '../../../src/modalities/image/raster.ts';
import { gainsOf } from '../../../src/modalities/network/scale.ts';
import type { Network } from './network.ts';

/** The scale of what the network says of this project's pictures; the network itself is not part of it. */
export interface NetworkState {
  readonly mean: Float32Array;
  /** feature = (said - mean) times gain. */
  readonly gain: Float32Array;
}

/** Pictures from which the scale is taken. */
const SCALE_PICTURES = 400;
/** Pictures between two pauses. */
const PIECE = 32;

export function networkEncoder(network: Network, hash: string): Encoder<NetworkState, Raster> {
  const id = `image-network-${hash.slice(0, 16)}-1`;
  return {
    id,
    fitOn: SCALE_PICTURES,
    load: loadBy((blob) => decodeSquare(blob, network.side)),
    blank: () => greyRaster(network.side),
    async fit(inputs, { onProgress, signal }) {
      const sums = createSums();
      onProgress(0);
      for (let from = 0; from < inputs.length; from += PIECE) {
        sums.add(await network.run(inputs.slice(from, from + PIECE)));
        onProgress(Math.min(1, (from + PIECE) / inputs.length));
        await new Promise((resolve) => setTimeout(resolve, 0));
        signal?.throwIfAborted();
      }
      onProgress(1);
      return sums.state();
    },
    encode: (state, inputs) => encodeBy(network, state, inputs),
  };
}

export function networkExplainer(network: Network): Explainer<NetworkState, Raster> {
  const scorerOf = (state: NetworkState) =>
    occlusionScorer((rasters) => encodeBy(network, state, rasters));
  return {
    ...(imageExplainer as unknown as Explainer<NetworkState, Raster>),
    attribute: (state, input, head) => attributeBy(scorerOf(state), input, head),
    counterfactuals: (state, request) => searchBy(scorerOf(state), request),
  };
}

async function encodeBy(
  network: Network,
  { mean, gain }: NetworkState,
  rasters: readonly Raster[],
): Promise<Features> {
  const rows = rasters.length;
  const { dims, values } = await network.run(rasters);
  const dense = values.map((value, i) => {
    const k = i % dims;
    return (value - (mean[k] ?? 0)) * (gain[k] ?? 1);
  });
  const none = { indices: new Uint32Array(0), values: new Float32Array(0) };
  const sparse = { rows, columns: 0, indptr: new Uint32Array(rows + 1), ...none };
  return { rows, denseDims: dims, dense, sparse };
}

/** Means and variances of the columns, a batch at a time. */
function createSums() {
  let sum = new Float64Array(0);
  let square = new Float64Array(0);
  let count = 0;
  return {
    add({ dims, values }: { readonly dims: number; readonly values: Float32Array }): void {
      if (sum.length === 0) {
        sum = new Float64Array(dims);
        square = new Float64Array(dims);
      }
      values.forEach((value, i) => {
        const k = i % dims;
        sum[k] = (sum[k] as number) + value;
        square[k] = (square[k] as number) + value * value;
      });
      count += dims === 0 ? 0 : values.length / dims;
    },
    state(): NetworkState {
      const n = Math.max(1, count);
      const mean = Float32Array.from(sum, (value) => value / n);
      const variance = square.map((value, k) => Math.max(0, value / n - (mean[k] as number) ** 2));
      return { mean, gain: gainsOf(variance) };
    },
  };
}
