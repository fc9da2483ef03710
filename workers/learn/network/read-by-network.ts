/** One network trained on some answers, and what it makes of all of them. */
import type { LabelMode } from '../../../src/domain/records.ts';
import type { EncodeTools, Features } from '../../../src/modalities/contract.ts';
import { hiddenOf } from '../../../src/modalities/network/forward.ts';
import {
  type Network,
  type NetworkKind,
  planNetwork,
} from '../../../src/modalities/network/network.ts';
import { scaleOf } from '../../../src/modalities/network/scale.ts';
import type { Frame, Trainable } from '../../../src/modalities/trained/contract.ts';
import { trainNetwork } from './train-network.ts';

export interface NetworkSource {
  readonly trainable: Trainable;
  readonly frame: Frame;
  /** Laid out by the frame: row-major [answers x size]. */
  readonly laidOut: Float32Array;
  /** Class indices of each. */
  readonly answers: readonly (readonly number[])[];
  readonly classes: number;
  readonly mode: LabelMode;
  readonly seed: number;
  readonly tools: EncodeTools;
}

export interface NetworkRequest {
  readonly kind: NetworkKind;
  /** Which of the answers it learns from. */
  readonly rows: readonly number[];
  readonly between: (fraction: number) => Promise<void>;
}

/** The numbers of its hidden layer are scaled by the answers that it learned from. */
export async function learnNetwork(
  { frame, laidOut, answers, classes, mode, seed, tools }: NetworkSource,
  { kind, rows, between }: NetworkRequest,
): Promise<Network> {
  const size = frame.side ** 2 * frame.channels;
  const inputs = new Float32Array(rows.length * size);
  rows.forEach((row, i) => {
    inputs.set(laidOut.subarray(row * size, (row + 1) * size), i * size);
  });
  const trained = await trainNetwork({
    ...{ plan: planNetwork(kind, frame), inputs, classes, mode, seed, between },
    answers: rows.map((row) => answers[row] ?? []),
  });
  const { multiply } = tools;
  const hidden = await hiddenOf(trained, inputs, { rows: rows.length, multiply });
  return { ...trained, ...scaleOf(hidden, trained.hidden.units) };
}

/** Of all inputs, a few at a time. */
export async function readBy(
  { trainable, frame, tools }: Pick<NetworkSource, 'trainable' | 'frame' | 'tools'>,
  network: Network,
  inputs: readonly unknown[],
): Promise<Features> {
  return trainable.encode(trainable.stateOf(frame, network), inputs, tools);
}
