/** Whether the items as the encoder sees them moved: a kernel test, and which of them moved most. */
import type { Rng } from '../../../src/domain/math/rng.ts';
import { shuffled } from '../../../src/domain/math/rng.ts';
import { mmdTest } from '../../../src/domain/oversight/mmd.ts';
import type { QueryVectors } from '../../../src/domain/query/strategy.ts';
import type { DriftTest } from '../../oversight-api.ts';

/** From each window: the kernel of both together is computed, and shuffled many times. */
const MOST = 150;
/** The least p is one in two thousand, enough for the level of the alarm after correction for ten tests. */
const PERMUTATIONS = 1_999;
const FEWEST = 20;

export interface VectorWindows {
  readonly vectors: QueryVectors;
  readonly reference: readonly { readonly row: number }[];
  readonly current: readonly { readonly row: number }[];
}

export interface VectorDrift {
  readonly test: Omit<DriftTest, 'adjusted' | 'isChanged'> | null;
  /** By row of the current window: higher = less like the reference. */
  readonly witness: ReadonlyMap<number, number>;
}

export function compareVectors(windows: VectorWindows, rng: Rng): VectorDrift {
  const { dims } = windows.vectors;
  const a = sample(windows.reference, rng);
  const b = sample(windows.current, rng);
  if (dims === 0 || a.length < FEWEST || b.length < FEWEST)
    return { test: null, witness: new Map() };
  const { statistic, p, witness } = mmdTest(
    gather(windows.vectors, a),
    gather(windows.vectors, b),
    { dims, rng, permutations: PERMUTATIONS },
  );
  return {
    test: {
      on: 'vectors',
      column: null,
      classId: null,
      test: 'mmd',
      statistic,
      p,
      psi: null,
      n: [a.length, b.length],
      isMoving: false,
    },
    witness: new Map(b.map((row, i) => [row, witness[i] ?? 0])),
  };
}

function sample(items: readonly { readonly row: number }[], rng: Rng): readonly number[] {
  return shuffled(
    items.map(({ row }) => row),
    rng,
  ).slice(0, MOST);
}

function gather({ dims, values }: QueryVectors, rows: readonly number[]): Float32Array {
  const block = new Float32Array(rows.length * dims);
  rows.forEach((row, i) => {
    block.set(values.subarray(row * dims, (row + 1) * dims), i * dims);
  });
  return block;
}
