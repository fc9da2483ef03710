/**
 * Cells in Node: the app's encoder, learner and plan of questions without page, storage and
 * messages. The split follows the seed, so that the error over seeds holds the choice of test rows.
 */
import { join } from 'node:path';
import { deriveSeed } from '../../../src/domain/math/rng.ts';
import { quantile } from '../../../src/domain/math/statistics.ts';
import { queryStrategies } from '../../../src/domain/query/index.ts';
import type { QueryStrategy, QueryVectors } from '../../../src/domain/query/strategy.ts';
import type { Engine } from '../../../workers/learn/engine/engine.ts';
import { openTfEngine } from '../../../workers/learn/engine/tf-engine.ts';
import { vectorsOf } from '../../../workers/learn/vectors.ts';
import { wasmFiles } from '../../unit/learn/wasm-files.ts';
import { readArgs } from '../args.ts';
import { play, scoreOfAll } from '../simulate/play.ts';
import { encodePool, type SimulatedPool } from '../simulate/pool.ts';
import type { CellValues, CurveCell, FullCell } from './cells.ts';
import type { SuiteSet } from './sets.ts';

interface Prepared {
  readonly key: string;
  readonly pool: SimulatedPool;
  readonly vectors: QueryVectors;
}

export interface NodeCells {
  curve(cell: CurveCell, set: SuiteSet): Promise<CellValues['curve']>;
  full(cell: FullCell, set: SuiteSet): Promise<CellValues['full']>;
}

export async function openNodeCells(data: string): Promise<NodeCells> {
  const engine = await openTfEngine('wasm', wasmFiles);
  // One at a time: cells come in order of set and seed, and features are large.
  let last: Prepared | null = null;
  const prepared = async (set: SuiteSet, seed: number): Promise<Prepared> => {
    const key = `${set.id} ${seed}`;
    if (last?.key !== key) last = { key, ...(await prepare({ data, set, seed, engine })) };
    return last;
  };
  return {
    async curve(cell, set) {
      const { pool, vectors } = await prepared(set, cell.seed);
      const strategy = queryStrategies[
        cell.strategy as keyof typeof queryStrategies
      ] as QueryStrategy;
      const { points, planMs } = await play({
        ...{ pool, vectors, strategy, engine },
        seed: deriveSeed(cell.seed, 'simulate'),
        labels: Math.min(cell.labels, pool.features.rows),
        every: set.every,
        stride: 1,
        auditShare: 0,
        noise: cell.noise,
      });
      return { points, planMs: timesOf(planMs) };
    },
    async full({ seed }, set) {
      const { pool } = await prepared(set, seed);
      const { accuracy, macroF1 } = await scoreOfAll(pool, engine);
      return { accuracy, macroF1, pool: pool.features.rows, test: pool.testTruth.length };
    },
  };
}

interface Wanted {
  readonly data: string;
  readonly set: SuiteSet;
  readonly seed: number;
  readonly engine: Engine;
}

async function prepare({ data, set, seed, engine }: Wanted): Promise<Omit<Prepared, 'key'>> {
  const label = set.label === null ? [] : ['--label', set.label];
  const argv = ['--file', join(data, set.file), '--task', set.task, '--split-seed', String(seed)];
  const pool = await encodePool(readArgs([...argv, ...label], Object.keys(queryStrategies)), seed);
  const { features } = pool;
  const loaded = engine.load(features.dense, features.rows, features.denseDims);
  const vectors = await vectorsOf(features, seed, (right, width) => loaded.times(right, width));
  loaded.dispose();
  return { pool, vectors };
}

function timesOf(ms: readonly number[]): CellValues['curve']['planMs'] {
  const at = (q: number): number => Math.round((quantile(ms, q) ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), n: ms.length };
}
