/** Contract of what a small network can learn to read from a person's answers, for one modality. */
import type { EncodeTools, Features } from '../contract.ts';
import type { Network, NetworkKind, NetworkPlan } from '../network/network.ts';

/** How items are laid out for the network: plain data, kept with it. */
export interface Frame extends Pick<NetworkPlan, 'channels' | 'side'> {}

/** `Base` is the state of the modality's own encoder, `State` that of the one with the network. */
export interface Trainable<
  Base = unknown,
  Own extends Frame = Frame,
  State = unknown,
  Input = unknown,
> {
  /** Networks worth trying, the quicker first. */
  readonly kinds: readonly NetworkKind[];
  /** Learned from items that were answered. */
  readonly frameOf: (base: Base, inputs: readonly Input[]) => Own;
  /** What the network is given: row-major [inputs x side * side * channels]. */
  readonly layOut: (frame: Own, inputs: readonly Input[]) => Float32Array;
  readonly stateOf: (frame: Own, network: Network) => State;
  /** As `Encoder.encode`. */
  readonly encode: (
    state: State,
    inputs: readonly Input[],
    tools?: EncodeTools,
  ) => Features | Promise<Features>;
}
