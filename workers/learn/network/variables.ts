/** The weights of a network while it learns: tfjs variables, begun by seed. */
import * as tf from '@tensorflow/tfjs-core';
import type { Rng } from '../../../src/domain/math/rng.ts';
import {
  flatSize,
  type Layer,
  type MapLayer,
  type NetworkPlan,
} from '../../../src/modalities/network/network.ts';

export interface LayerVariables {
  readonly weights: tf.Variable<tf.Rank.R2>;
  readonly bias: tf.Variable<tf.Rank.R1>;
}

export interface NetworkVariables {
  readonly maps: readonly (LayerVariables & { readonly halves: boolean })[];
  readonly hidden: LayerVariables;
  /** From the hidden layer to the classes; thrown away in the end. */
  readonly last: LayerVariables;
}

/** Normal weights of variance 2 / inputs (He et al. 2015), the last layer begins at zero. */
export function createVariables(plan: NetworkPlan, classes: number, rng: Rng): NetworkVariables {
  let { channels } = plan;
  const maps = plan.maps.map(({ filters, halves }) => {
    const layer = createLayer(9 * channels, filters, rng);
    channels = filters;
    return { ...layer, halves };
  });
  const hidden = createLayer(flatSize(plan), plan.units, rng);
  return { maps, hidden, last: createLayer(plan.units, classes, null) };
}

function createLayer(inputs: number, units: number, rng: Rng | null): LayerVariables {
  const spread = Math.sqrt(2 / Math.max(1, inputs));
  const values = new Float32Array(inputs * units);
  if (rng) for (let i = 0; i < values.length; i++) values[i] = spread * rng.normal();
  const [weights, bias] = [tf.tensor2d(values, [inputs, units]), tf.zeros([units]) as tf.Tensor1D];
  const layer = { weights: tf.variable(weights), bias: tf.variable(bias) };
  tf.dispose([weights, bias]);
  return layer;
}

export function listVariables({ maps, hidden, last }: NetworkVariables): readonly tf.Variable[] {
  return [...maps, hidden, last].flatMap(({ weights, bias }) => [weights, bias]);
}

/** As plain data. */
export async function readVariables({ maps, hidden }: NetworkVariables): Promise<{
  readonly maps: readonly MapLayer[];
  readonly hidden: Layer;
}> {
  const read: MapLayer[] = [];
  for (const { halves, ...layer } of maps) read.push({ ...(await readLayer(layer)), halves });
  return { maps: read, hidden: await readLayer(hidden) };
}

async function readLayer({ weights, bias }: LayerVariables): Promise<Layer> {
  const [inputs, units] = weights.shape;
  return {
    inputs,
    units,
    weights: (await weights.data()) as Float32Array,
    bias: (await bias.data()) as Float32Array,
  };
}
