/**
 * Can the model be taken at its word? `npx tsx tests/bench/calibration.ts --file F [--seeds 3]
 * [--first-seed 1] [--strategy auto]` (options of `simulate/`): after 300 and 500 answers, a tenth of
 * them audits, the calibration error on the test rows before and after the calibration that audits
 * alone speak for, and what a promise lets the model decide there. The same model is also judged with
 * more audits. One JSON line for each seed, number of answers and number of audits, then a table.
 */
import { createRng, deriveSeed, shuffled } from '../../src/domain/math/rng.ts';
import { queryStrategies } from '../../src/domain/query/index.ts';
import type { QueryStrategy } from '../../src/domain/query/strategy.ts';
import { classWeights } from '../../src/domain/trust/order-score.ts';
import { openTfEngine } from '../../workers/learn/engine/tf-engine.ts';
import { vectorsOf } from '../../workers/learn/vectors.ts';
import { wasmFiles } from '../unit/learn/wasm-files.ts';
import { BadArguments } from './args.ts';
import { type AuditJudgement, judgeAudits, rowsOf } from './judge-audits.ts';
import { readSimulateArgs, type SimulateArgs } from './simulate/args.ts';
import { play, type Reached } from './simulate/play.ts';
import { encodePool, type SimulatedPool } from './simulate/pool.ts';
import { meanOf } from './suite/curves.ts';

const ANSWERS = [300, 500];
const SHARE = 0.1;
const MORE_AUDITS = [60, 100, 200];

interface Line extends AuditJudgement {
  readonly seed: number;
  readonly answers: number;
  readonly audits: number;
}

async function measure(args: SimulateArgs): Promise<void> {
  const engine = await openTfEngine('wasm', wasmFiles);
  const lines: Line[] = [];
  for (let seed = args.firstSeed; seed < args.firstSeed + args.seeds; seed++) {
    const pool = await encodePool({ ...args.bench, splitSeed: seed }, seed);
    const { features } = pool;
    const loaded = engine.load(features.dense, features.rows, features.denseDims);
    const vectors = await vectorsOf(features, seed, (right, width) => loaded.times(right, width));
    loaded.dispose();
    const [id = 'auto'] = args.strategies;
    const strategy = queryStrategies[id as keyof typeof queryStrategies] as QueryStrategy;
    await play({
      ...{ pool, vectors, strategy, engine, seed: deriveSeed(seed, 'simulate') },
      ...{ labels: learned(Math.max(...ANSWERS)), every: 10, stride: args.stride },
      ...{ auditShare: 0, noise: 0 },
      onPoint: async (reached) => {
        for (const line of await judge(reached, pool, seed)) {
          lines.push(line);
          console.log(JSON.stringify(line));
        }
      },
    });
  }
  report(lines);
}

const learned = (answers: number): number => Math.round(answers * (1 - SHARE));

/** Audits are drawn at random from what was not asked; each number holds the smaller ones. */
async function judge(
  { labels, learner, asked }: Reached,
  { features, testFeatures, truth, testTruth, classes }: SimulatedPool,
  seed: number,
): Promise<readonly Line[]> {
  const answers = ANSWERS.find((count) => learned(count) === labels);
  if (answers === undefined) return [];
  const free = Array.from({ length: features.rows }, (_, row) => row).filter(
    (row) => !asked.has(row),
  );
  const order = shuffled(free, createRng(deriveSeed(seed, 'audit')));
  const test = rowsOf(await learner.score(testFeatures), testTruth, classes.length);
  const pool = rowsOf(learner.probabilities, truth, classes.length);
  const counts = classes.map((_, c) => [...asked].filter((row) => truth[row] === c).length);
  const weights = classWeights(counts, learner.precisions().balance);
  return [Math.round(answers * SHARE), ...MORE_AUDITS].map((audits) => {
    const audited = order.slice(0, audits).flatMap((row) => pool[row] ?? []);
    return { seed, answers, audits, ...judgeAudits(audited, test, weights) };
  });
}

function report(lines: readonly Line[]): void {
  console.log('\nMeans ± standard error over the seeds');
  for (const answers of ANSWERS)
    for (const audits of new Set(lines.map((line) => line.audits))) {
      const own = lines.filter((line) => line.answers === answers && line.audits === audits);
      if (own.length > 0) console.log(`${answers} answers, ${audits} audits: ${inWords(own)}`);
    }
}

function inWords(own: readonly Line[]): string {
  const figure = (pick: (line: Line) => number): string => {
    const { mean = 0, error = null } = meanOf(own.map(pick)) ?? {};
    return `${mean.toFixed(3)}${error === null ? '' : ` ± ${error.toFixed(3)}`}`;
  };
  const promises = own.map(({ promise, accepted, wrong }) =>
    promise === 'kept'
      ? `accepts ${(100 * accepted).toFixed(1)} %, ${(100 * (wrong ?? 0)).toFixed(1)} % of them wrong`
      : promise,
  );
  return `error ${figure((line) => line.before)} before, ${figure((line) => line.after)} after; ${promises.join('; ')}`;
}

try {
  await measure(readSimulateArgs(process.argv.slice(2), Object.keys(queryStrategies)));
} catch (error) {
  if (!(error instanceof BadArguments)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
