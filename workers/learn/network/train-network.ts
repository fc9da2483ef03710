/**
 * Trains a small network on answers, with whatever backend of tfjs is current: Adam (Kingma and Ba 2015)
 * on batches of one size, cross-entropy with every class counting alike, weights drawn to zero. The same
 * plan, inputs, answers and seed give the same network on the same backend.
 */
import * as tf from '@tensorflow/tfjs-core';
import { createRng, deriveSeed, type Rng, shuffled } from '../../../src/domain/math/rng.ts';
import type { LabelMode } from '../../../src/domain/records.ts';
import type { Layer, MapLayer, NetworkPlan } from '../../../src/modalities/network/network.ts';
import { gradientsOf } from './gradients.ts';
import {
  createVariables,
  listVariables,
  type NetworkVariables,
  readVariables,
} from './variables.ts';

export interface Training {
  readonly plan: NetworkPlan;
  /** Row-major [rows x side * side * channels]. */
  readonly inputs: Float32Array;
  /** Class indices of each row. */
  readonly answers: readonly (readonly number[])[];
  readonly classes: number;
  readonly mode: LabelMode;
  readonly seed: number;
  /** Batches; absent = by the number of answers. */
  readonly steps?: number;
  /** Between two batches; rejects when it is to stop. Told the fraction done, in [0, 1]. */
  readonly between: (fraction: number) => Promise<void>;
}

export interface Trained extends Pick<NetworkPlan, 'channels' | 'side'> {
  readonly maps: readonly MapLayer[];
  readonly hidden: Layer;
}

const BATCH = 16;
/** Times that each answer is seen, and the fewest steps however few there are. More brought nothing. */
const EPOCHS = 25;
const LEAST_STEPS = 150;
const RATE = 0.003;

/** Rejects when `between` does, or when the backend is gone. Leaves no tensor behind. */
export async function trainNetwork(training: Training): Promise<Trained> {
  const { plan, answers, classes, seed, between } = training;
  const rng = createRng(deriveSeed(seed, 'network'));
  const variables = createVariables(plan, classes, rng);
  const optimizer = tf.train.adam(RATE);
  try {
    const batches = createBatches(training, rng);
    const enough = Math.max(LEAST_STEPS, Math.ceil((answers.length * EPOCHS) / BATCH));
    const { steps = enough } = training;
    for (let step = 0; step < steps; step++) {
      learnBatch({ variables, training, optimizer, batch: batches() });
      // A GPU takes steps faster than it makes them: an answer must not wait behind all of them.
      await variables.last.bias.data();
      await between(step / steps);
    }
    const { channels, side } = plan;
    return { channels, side, ...(await readVariables(variables)) };
  } finally {
    optimizer.dispose();
    tf.dispose([...listVariables(variables)]);
  }
}

interface Step {
  readonly variables: NetworkVariables;
  readonly training: Training;
  readonly optimizer: tf.Optimizer;
  readonly batch: Batch;
}

function learnBatch({ variables, training, optimizer, batch }: Step): void {
  const { plan, classes, mode } = training;
  tf.tidy(() => {
    const { side, channels } = plan;
    const inputs = tf.tensor4d(batch.inputs, [batch.rows, side, side, channels]);
    const targets = tf.tensor2d(batch.targets, [batch.rows, classes]);
    const weights = tf.tensor2d(batch.weights, [batch.rows, 1]);
    const gradients = gradientsOf(variables, { inputs, targets, weights, mode });
    optimizer.applyGradients(
      gradients.flatMap(({ layer, weights: w, bias }) => [
        { name: layer.weights.name, tensor: w },
        { name: layer.bias.name, tensor: bias },
      ]),
    );
  });
}

interface Batch {
  readonly rows: number;
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
  readonly weights: Float32Array;
}

/** Full batches from one shuffled round after the other. */
function createBatches({ inputs, answers, classes, mode }: Training, rng: Rng): () => Batch {
  const size = inputs.length / answers.length;
  const rows = Math.min(BATCH, answers.length);
  const counts = new Array<number>(classes).fill(0);
  for (const own of answers) for (const c of own) counts[c] = (counts[c] ?? 0) + 1;
  const present = counts.filter((count) => count > 0).length;
  const weightOf = (own: readonly number[]): number =>
    mode === 'single' ? answers.length / (present * Math.max(1, counts[own[0] ?? 0] ?? 1)) : 1;
  let waiting: number[] = [];
  return () => {
    const batch = {
      rows,
      inputs: new Float32Array(rows * size),
      targets: new Float32Array(rows * classes),
      weights: new Float32Array(rows),
    };
    for (let i = 0; i < rows; i++) {
      if (waiting.length === 0) waiting = [...shuffled([...answers.keys()], rng)];
      const row = waiting.pop() as number;
      const own = answers[row] as readonly number[];
      batch.inputs.set(inputs.subarray(row * size, (row + 1) * size), i * size);
      for (const c of own) batch.targets[i * classes + c] = 1;
      batch.weights[i] = weightOf(own);
    }
    return batch;
  };
}
