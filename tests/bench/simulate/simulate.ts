/**
 * Strategies against each other in Node, on the app's own encoders, learner and queue:
 * `npx tsx tests/bench/simulate/simulate.ts --file F [--task tabular] [--strategy a,b] ...`
 * (see README.md beside it). One JSON line for each strategy and seed, then a table.
 */

import { deriveSeed } from '../../../src/domain/math/rng.ts';
import { queryStrategies } from '../../../src/domain/query/index.ts';
import type { QueryStrategy } from '../../../src/domain/query/strategy.ts';
import type { Engine } from '../../../workers/learn/engine/engine.ts';
import { openTfEngine } from '../../../workers/learn/engine/tf-engine.ts';
import { vectorsOf } from '../../../workers/learn/vectors.ts';
import { wasmFiles } from '../../unit/learn/wasm-files.ts';
import { BadArguments } from '../args.ts';
import { readSimulateArgs, type SimulateArgs } from './args.ts';
import { type Played, play, type SimulatedPoint, scoreOfAll } from './play.ts';
import { encodePool } from './pool.ts';
import { labelsFor, type Measure, meanCurve, quantile } from './summary.ts';

type Runs = Map<string, Played[]>;

async function simulate(args: SimulateArgs): Promise<void> {
  const engine = await openTfEngine('wasm', wasmFiles);
  const runs: Runs = new Map(args.strategies.map((id) => [id, []]));
  const full: SimulatedPoint[] = [];
  for (let seed = args.firstSeed; seed < args.firstSeed + args.seeds; seed++)
    await playSeed(args, { seed, engine, runs, full });
  for (const measure of ['macroF1', 'accuracy'] as const) report(args, { runs, full, measure });
}

interface Collected {
  readonly seed: number;
  readonly engine: Engine;
  readonly runs: Runs;
  readonly full: SimulatedPoint[];
}

async function playSeed(args: SimulateArgs, { seed, engine, runs, full }: Collected) {
  const bench = args.varySplit ? { ...args.bench, splitSeed: seed } : args.bench;
  const pool = await encodePool(bench, seed);
  const { features } = pool;
  const loaded = engine.load(features.dense, features.rows, features.denseDims);
  const vectors = await vectorsOf(features, seed, (right, width) => loaded.times(right, width));
  loaded.dispose();
  if (args.full) full.push(await scoreOfAll(pool, engine));
  for (const id of args.strategies) {
    const strategy = queryStrategies[id as keyof typeof queryStrategies] as QueryStrategy;
    const { labels, every, stride, audit: auditShare, noise } = args;
    const own = { pool, vectors, strategy, engine, seed: deriveSeed(seed, 'simulate') };
    const played = await play({ ...own, labels, every, stride, auditShare, noise });
    runs.get(id)?.push(played);
    console.log(JSON.stringify({ strategy: id, seed, ...played, planMs: undefined }));
  }
}

function report(
  args: SimulateArgs,
  { runs, full, measure }: { runs: Runs; full: readonly SimulatedPoint[]; measure: Measure },
): void {
  const goal =
    full.length > 0 ? (0.95 * sum(full.map((point) => point[measure]))) / full.length : null;
  console.log(`\n${measure}, mean ± standard error of ${args.seeds} seeds, at ${args.checkpoints}`);
  if (goal !== null)
    console.log(`all labels: ${(goal / 0.95).toFixed(3)}, 95 % of that: ${goal.toFixed(3)}`);
  for (const [id, played] of runs) {
    const curve = meanCurve(played, measure);
    const figures = args.checkpoints.flatMap(
      (labels) => curve.find((spot) => spot.labels === labels) ?? [],
    );
    const cells = figures.map(({ mean, error }) => `${mean.toFixed(3)} ± ${error.toFixed(3)}`);
    const area = sum(curve.map(({ mean }) => mean)) / curve.length;
    const needed =
      goal === null
        ? ''
        : `  labels for 95 %: ${labelsFor(curve, goal)?.toFixed(0) ?? 'not reached'}`;
    const ms = quantile(
      played.flatMap(({ planMs }) => planMs),
      0.5,
    );
    console.log(
      `${id.padEnd(18)} ${cells.join('   ')}  area ${area.toFixed(4)}  plan ${ms.toFixed(1)} ms${needed}`,
    );
  }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

try {
  await simulate(readSimulateArgs(process.argv.slice(2), Object.keys(queryStrategies)));
} catch (error) {
  if (!(error instanceof BadArguments)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
