/**
 * What no sum of single columns can say: numbers made of projections of all columns together. Random
 * Fourier features, or the hidden layer of a network that was learned from a person's answers.
 */
import type { EncodeTools } from '../contract.ts';
import type { Network } from '../network/network.ts';
import { fillWaves, multiplyPlain } from './fourier.ts';
import type { TableState } from './state.ts';

export interface Unnamed {
  /** Numbers a row gives to the projections. */
  readonly inputs: number;
  /** Projections of them. */
  readonly count: number;
  /** Numbers made of each projection; that many times `count` in all. */
  readonly per: number;
  /** Row-major [inputs x count]. */
  readonly projections: Float32Array;
  /** Writes what is made of projected rows [rows x count] into `dense` [rows x dims], from the left. */
  readonly fill: (projected: ArrayLike<number>, target: UnnamedTarget) => void;
  /** What projection k makes of the value a, [per]. */
  readonly at: (k: number, a: number) => readonly number[];
  /** Mean slope of that between a and a + turn, [per]. */
  readonly slope: (k: number, a: number, turn: number) => readonly number[];
}

export interface UnnamedTarget {
  readonly dense: Float32Array | Float64Array;
  readonly dims: number;
}

export function unnamedOf(state: Pick<TableState, 'fourier' | 'network'>): Unnamed {
  return state.network ? hiddenUnits(state.network) : waves(state.fourier);
}

/** A turn so small that the slope stands for the difference. */
const STILL = 1e-6;

function waves({ inputs, count, frequencies }: TableState['fourier']): Unnamed {
  const size = Math.sqrt(1 / Math.max(1, count));
  const slope = (from: number, turn: number): readonly number[] => {
    if (Math.abs(turn) < STILL) return [-Math.sin(from), Math.cos(from)];
    return [
      (Math.cos(from + turn) - Math.cos(from)) / turn,
      (Math.sin(from + turn) - Math.sin(from)) / turn,
    ];
  };
  return {
    ...{ inputs, count, per: 2, projections: frequencies },
    fill: (angles, target) => fillWaves(angles, count, target),
    at: (_, angle) => [size * Math.cos(angle), size * Math.sin(angle)],
    slope: (_, from, turn) => slope(from, turn).map((value) => size * value),
  };
}

function hiddenUnits({ hidden, mean, gain }: Network): Unnamed {
  const { inputs, units: count, weights, bias } = hidden;
  const at = (k: number, sum: number): number =>
    (Math.max(0, sum + (bias[k] as number)) - (mean[k] as number)) * (gain[k] as number);
  return {
    ...{ inputs, count, per: 1, projections: weights },
    fill(projected, { dense, dims }) {
      for (let i = 0; i < projected.length; i++)
        dense[Math.floor(i / count) * dims + (i % count)] = at(i % count, projected[i] as number);
    },
    at: (k, sum) => [at(k, sum)],
    slope(k, from, turn) {
      if (Math.abs(turn) >= STILL) return [(at(k, from + turn) - at(k, from)) / turn];
      return [from + (bias[k] as number) > 0 ? (gain[k] as number) : 0];
    },
  };
}

/** Writes the numbers of every row into `target`, from its first dimension on. */
export async function putUnnamed(
  unnamed: Unnamed,
  values: Float32Array,
  target: UnnamedTarget,
  tools?: EncodeTools,
): Promise<void> {
  const { inputs, count, projections } = unnamed;
  const rows = inputs === 0 ? 0 : values.length / inputs;
  const shape = { rows, inner: inputs, columns: count };
  unnamed.fill(
    tools
      ? await tools.multiply(values, projections, shape)
      : multiplyPlain(values, projections, shape),
    target,
  );
}
