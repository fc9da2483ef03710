/**
 * The head as a TensorFlow.js LayersModel: one dense layer over [dense features | sparse features],
 * softmax for one class per item, sigmoid for any number. Written by tfjs itself, so that tfjs reads it.
 */
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { strToU8 } from 'fflate';
import type { Features } from '../../../src/modalities/contract.ts';
import type { HeadSnapshot } from '../learner.ts';

export async function toLayersModel(
  snapshot: HeadSnapshot,
  { denseDims, sparse }: Features,
  mode: 'single' | 'multi',
): Promise<Record<string, Uint8Array>> {
  const { classes } = snapshot;
  const inputs = denseDims + sparse.columns;
  const kernelValues = new Float32Array(inputs * classes);
  kernelValues.set(snapshot.dense, 0);
  kernelValues.set(snapshot.sparse, denseDims * classes);
  const activation = mode === 'single' ? 'softmax' : 'sigmoid';
  const model = sequential({
    layers: [layers.dense({ inputShape: [inputs], units: classes, activation })],
  });
  const kernel = tf.tensor2d(kernelValues, [inputs, classes]);
  const bias = tf.tensor1d(snapshot.intercept);
  try {
    model.setWeights([kernel, bias]);
    return await collectFiles(model);
  } finally {
    kernel.dispose();
    bias.dispose();
    model.dispose();
  }
}

async function collectFiles(
  model: ReturnType<typeof sequential>,
): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  const handler = tf.io.withSaveHandler(async ({ modelTopology, weightSpecs, weightData }) => {
    const manifest = [{ paths: ['weights.bin'], weights: weightSpecs ?? [] }];
    const description = {
      format: 'layers-model',
      generatedBy: 'Hone',
      modelTopology,
      weightsManifest: manifest,
    };
    files['model.json'] = strToU8(JSON.stringify(description));
    files['weights.bin'] = new Uint8Array(weightData as ArrayBuffer);
    return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
  });
  await model.save(handler);
  return files;
}
