/** Encoders with a network whose weights are drawn by seed: what a contract asks needs no training. */
import { createRng } from '../../../src/domain/math/rng.ts';
import type { Encoder } from '../../../src/modalities/contract.ts';
import { encoderOf } from '../../../src/modalities/encoders.ts';
import { multiplyPlain } from '../../../src/modalities/image/multiply.ts';
import { hiddenOf } from '../../../src/modalities/network/forward.ts';
import { flatSize, type Layer, planNetwork } from '../../../src/modalities/network/network.ts';
import { scaleOf } from '../../../src/modalities/network/scale.ts';
import type { Trainable } from '../../../src/modalities/trained/contract.ts';
import { trainableOf, trainedEncoder } from '../../../src/modalities/trained/index.ts';

export const HASH = '0123456789abcdef'.repeat(4);

export async function drawTrained(
  modality: string,
  inputs: readonly unknown[],
): Promise<{ readonly encoder: Encoder<unknown, unknown> }> {
  const trainable = trainableOf(modality) as Trainable;
  // Pictures are laid out by themselves; a table is by what its encoder knows of the columns.
  const own = encoderOf(modality);
  const learn = () => own.fit(inputs, { seed: 7, onProgress: () => undefined });
  const base = modality === 'image' ? {} : await learn();
  const frame = trainable.frameOf(base, inputs);
  const plan = planNetwork(trainable.kinds.at(-1) ?? 'dense', frame);
  const rng = createRng(3);
  const layer = (size: number, units: number): Layer => ({
    inputs: size,
    units,
    weights: Float32Array.from({ length: size * units }, () => rng.normal() / Math.sqrt(size)),
    bias: Float32Array.from({ length: units }, () => rng.normal() / 4),
  });
  let { channels } = plan;
  const maps = plan.maps.map(({ filters, halves }) => {
    const own = { ...layer(9 * channels, filters), halves };
    channels = filters;
    return own;
  });
  const { side } = plan;
  const drawn = { channels: plan.channels, side, maps, hidden: layer(flatSize(plan), plan.units) };
  const rows = { rows: inputs.length, multiply: multiplyPlain };
  const hidden = await hiddenOf(drawn, trainable.layOut(frame, inputs), rows);
  const state = trainable.stateOf(frame, { ...drawn, ...scaleOf(hidden, plan.units) });
  return { encoder: trainedEncoder(modality, { state, hash: HASH }) };
}
