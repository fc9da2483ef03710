/** The bench's pool and test rows, read by the app's own encoder: what a strategy has to choose from. */

import type { ItemContent } from '../../../src/domain/records.ts';
import type { Features } from '../../../src/modalities/contract.ts';
import { encoderOf } from '../../../src/modalities/encoders.ts';
import { type BenchArgs, TASKS } from '../args.ts';
import { type BenchRow, loadBenchData } from '../data.ts';

export interface SimulatedPool {
  readonly classes: readonly string[];
  readonly features: Features;
  readonly testFeatures: Features;
  /** Class index of each row of the pool. */
  readonly truth: readonly number[];
  readonly testTruth: readonly number[];
}

/** The encoder learns from the pool alone, with this seed, as it does in a project. */
export async function encodePool(args: BenchArgs, seed: number): Promise<SimulatedPool> {
  const { pool, test, classes } = loadBenchData(args);
  const encoder = encoderOf(TASKS[args.task]);
  const contents = pool.map(contentOf);
  const state = await encoder.fit(contents, { seed, onProgress: () => undefined });
  const indexOf = new Map(classes.map((name, index) => [name, index]));
  const truthOf = ({ label }: BenchRow): number => indexOf.get(label) ?? 0;
  return {
    classes,
    features: await encoder.encode(state, contents),
    testFeatures: await encoder.encode(state, test.map(contentOf)),
    truth: pool.map(truthOf),
    testTruth: test.map(truthOf),
  };
}

function contentOf({ text, cells }: BenchRow): ItemContent {
  return cells ? { kind: 'table', cells } : { kind: 'text', text };
}
