/** A TensorFlow.js model that a person brought, as a function from small pictures to numbers. */
import * as tf from '@tensorflow/tfjs-core';
import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import {
  type ModelFile,
  type PixelScale,
  unpackModel,
} from '../../../src/modalities/image/pretrained/model-file.ts';
import { CHANNELS, type Raster } from '../../../src/modalities/image/raster.ts';

export interface Network {
  readonly name: string;
  /** Pixels along each side of what it takes. */
  readonly side: number;
  /** Row-major [rasters x dims]. */
  run(
    rasters: readonly Raster[],
  ): Promise<{ readonly dims: number; readonly values: Float32Array }>;
  dispose(): void;
}

/** Where the model leaves it open. */
const DEFAULT_SIDE = 96;
/** Pictures go through in batches of one size: the pool of the WebGPU backend is keyed by it. */
const BATCH = 8;

/** Rejects with a reason in plain words when the model cannot be used. */
export async function openNetwork(bytes: Uint8Array<ArrayBuffer>): Promise<Network> {
  const file = unpackModel(bytes);
  const { name, scale } = file.header;
  const model = file.header.kind === 'graph' ? await openGraph(file) : await openLayers(file);
  const [, height, width, channels] = model.inputShape;
  if (model.inputShape.length !== 4 || (channels ?? CHANNELS) !== CHANNELS)
    throw new Error(`${name} takes ${model.inputShape.join(' x ')}, not pictures in colour`);
  const side = Math.max(height ?? 0, width ?? 0) || DEFAULT_SIDE;
  return {
    name,
    side,
    run: (rasters) => runAll({ ...model, scale, side }, rasters),
    dispose: model.dispose,
  };
}

interface OpenModel {
  readonly inputShape: readonly (number | null)[];
  readonly predict: (input: tf.Tensor4D) => tf.Tensor;
  readonly dispose: () => void;
}

function artifactsOf({ header, weights }: ModelFile): tf.io.ModelArtifacts {
  return {
    modelTopology: header.topology as tf.io.ModelArtifacts['modelTopology'] & object,
    weightSpecs: header.weightSpecs as unknown as tf.io.WeightsManifestEntry[],
    weightData: weights.buffer,
  };
}

async function openGraph(file: ModelFile): Promise<OpenModel> {
  const { loadGraphModel } = await import('@tensorflow/tfjs-converter');
  const model = await loadGraphModel(tf.io.fromMemory(artifactsOf(file)));
  return {
    inputShape: model.inputs[0]?.shape ?? [],
    predict: (input) => firstOf(model.predict(input)),
    dispose: () => model.dispose(),
  };
}

/** Of a classifier what stands before its last layer: classes that nobody asked about say little. */
async function openLayers(file: ModelFile): Promise<OpenModel> {
  const { loadLayersModel, model: build } = await import('@tensorflow/tfjs-layers');
  const whole = await loadLayersModel(tf.io.fromMemory(artifactsOf(file)));
  const last = whole.layers.findLastIndex((layer) => layer.getClassName() === 'Dense');
  const before = last === whole.layers.length - 1 ? whole.layers[last - 1] : undefined;
  const features = before
    ? build({ inputs: whole.inputs, outputs: before.output as SymbolicTensor })
    : whole;
  return {
    inputShape: whole.inputs[0]?.shape ?? [],
    predict: (input) => firstOf(features.predict(input)),
    dispose: () => whole.dispose(),
  };
}

function firstOf(output: tf.Tensor | tf.Tensor[] | tf.NamedTensorMap): tf.Tensor {
  if (output instanceof tf.Tensor) return output;
  const [first] = Array.isArray(output) ? output : Object.values(output);
  if (!first) throw new Error('the model gives nothing');
  return first;
}

interface RunInput extends OpenModel {
  readonly scale: PixelScale;
  readonly side: number;
}

async function runAll(model: RunInput, rasters: readonly Raster[]) {
  let dims = 0;
  const parts: Float32Array[] = [];
  for (let from = 0; from < Math.max(1, rasters.length); from += BATCH) {
    const some = rasters.slice(from, from + BATCH);
    const output = tf.tidy(() => flat(model.predict(toInput(some, model))));
    try {
      dims = output.shape[1] as number;
      const values = (await output.data()) as Float32Array;
      parts.push(values.subarray(0, some.length * dims));
    } finally {
      output.dispose();
    }
  }
  const values = new Float32Array(rasters.length * dims);
  let at = 0;
  for (const part of parts) {
    values.set(part, at);
    at += part.length;
  }
  return { dims, values };
}

/** Maps are averaged over their places. */
function flat(output: tf.Tensor): tf.Tensor2D {
  const pooled = output.rank === 4 ? tf.mean(output, [1, 2]) : output;
  return tf.reshape(pooled, [BATCH, -1]);
}

const SCALES: Readonly<Record<PixelScale, (value: number) => number>> = {
  '0..1': (value) => value / 255,
  '-1..1': (value) => value / 127.5 - 1,
  '0..255': (value) => value,
};

/** Always a whole batch: what is missing stays zero. */
function toInput(rasters: readonly Raster[], { scale, side }: RunInput): tf.Tensor4D {
  const size = side * side * CHANNELS;
  const values = new Float32Array(BATCH * size);
  rasters.forEach(({ pixels }, i) => {
    for (let k = 0; k < size; k++) values[i * size + k] = SCALES[scale](pixels[k] as number);
  });
  return tf.tensor4d(values, [BATCH, side, side, CHANNELS]);
}
