/**
 * A small network as plain data: maps of features by convolution (none where items are rows), then one
 * hidden layer whose numbers are what the head is given. It was learned from a person's answers.
 */
export interface Layer {
  readonly inputs: number;
  readonly units: number;
  /** Row-major [inputs x units]. */
  readonly weights: Float32Array;
  /** [units] */
  readonly bias: Float32Array;
}

/**
 * A convolution of 3 x 3 with a border of zeros, then max(0, .); `inputs` is 9 times the channels before
 * it, in the order of `unfold`.
 */
export interface MapLayer extends Layer {
  /** Means of 2 x 2 places follow. */
  readonly halves: boolean;
}

export interface Network {
  /** Channels and places along each side of what comes in; 1 place where items are rows. */
  readonly channels: number;
  readonly side: number;
  readonly maps: readonly MapLayer[];
  readonly hidden: Layer;
  /** feature = (max(0, hidden) - mean) times gain, [units]. */
  readonly mean: Float32Array;
  readonly gain: Float32Array;
}

/** Which network: all inputs joined to each hidden number, or convolutions before it. */
export type NetworkKind = 'dense' | 'convolution';

/** Sizes of a network before anything was learned. */
export interface NetworkPlan {
  readonly channels: number;
  readonly side: number;
  readonly maps: readonly { readonly filters: number; readonly halves: boolean }[];
  readonly units: number;
}

const UNITS = 64;
/** Maps of the convolutions in turn; each halves the picture until `SMALLEST` places are left. */
const FILTERS = [16, 32, 32];
const SMALLEST = 4;

/** `side` is a multiple of 4 where there are convolutions. */
export function planNetwork(
  kind: NetworkKind,
  { side, channels }: Pick<NetworkPlan, 'side' | 'channels'>,
): NetworkPlan {
  if (kind === 'dense') return { channels, side, maps: [], units: UNITS };
  const maps: NetworkPlan['maps'][number][] = [];
  let left = side;
  for (const filters of FILTERS) {
    const halves = left % 2 === 0 && left > SMALLEST;
    maps.push({ filters, halves });
    if (halves) left /= 2;
    else break;
  }
  return { channels, side, maps, units: UNITS };
}

/** Numbers that the hidden layer is given. */
export function flatSize({
  channels,
  side,
  maps,
}: Pick<NetworkPlan, 'channels' | 'side' | 'maps'>) {
  let [left, depth] = [side, channels];
  for (const { filters, halves } of maps) {
    depth = filters;
    if (halves) left /= 2;
  }
  return left * left * depth;
}
