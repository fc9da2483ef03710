/**
 * How long each query strategy takes to choose, in Node: `npx tsx tests/bench/strategy-speed.ts`.
 * `--rows 5000,25000,100000 --strategy all|a,b --classes 3 --labels 200 --times 15`. Made-up texts: clouds in 320 latent
 * dimensions and 40 of 16,000 words each. Every choice is one of twelve rows after another answer, with
 * a posterior that nothing has been asked of; the first one of a pool is told apart, since what does
 * not change (lengths, clusters, neighbours) is computed there once. The processor's time stands beside
 * the clock's: on a machine that others use it is the one to compare.
 */
import { parseArgs } from 'node:util';
import { createRng, type Rng } from '../../src/domain/math/rng.ts';
import { quantile } from '../../src/domain/math/statistics.ts';
import { queryStrategies } from '../../src/domain/query/index.ts';
import type { QueryStrategy, QueryVectors } from '../../src/domain/query/strategy.ts';
import type { Features } from '../../src/modalities/contract.ts';
import { openEngine } from '../../workers/learn/engine/open.ts';
import { createLearner, type Learner } from '../../workers/learn/learner.ts';
import { queryInputOf } from '../../workers/learn/query-input.ts';
import { vectorsOf } from '../../workers/learn/vectors.ts';

const DIMS = 320;
const WORDS = 16_000;
const WORDS_PER_ROW = 40;
const QUEUE = 12;
const SEED = 7;
/** Choices after the first that are not counted: the compiler still works on the loops. */
const WARM_UP = 10;

const { values: args } = parseArgs({
  options: {
    rows: { type: 'string', default: '5000,25000,100000' },
    strategy: { type: 'string', default: 'all' },
    classes: { type: 'string', default: '3' },
    labels: { type: 'string', default: '200' },
    times: { type: 'string', default: '15' },
  },
});
const classes = Number(args.classes);
const labels = Number(args.labels);
const times = Number(args.times);
const all = Object.values<QueryStrategy>(queryStrategies);
const asked =
  args.strategy === 'all' ? all : all.filter(({ id }) => args.strategy.split(',').includes(id));
if (asked.length === 0)
  throw new Error(
    `unknown strategy ${args.strategy}; known: all, ${all.map(({ id }) => id).join(', ')}`,
  );

interface Subject {
  readonly rows: number;
  readonly learner: Learner;
  readonly vectors: QueryVectors;
}

console.log(
  `${classes} classes, ${labels} labels, ${QUEUE} rows a choice, ${times} choices; milliseconds`,
);
console.log(
  ['strategy', 'rows', 'first', 'median', 'p95', 'first CPU', 'median CPU', 'p95 CPU'].join('\t'),
);
for (const rows of args.rows.split(',').map(Number)) {
  const subject = await createSubject(rows);
  for (const strategy of asked) report(strategy, subject);
}

async function createSubject(rows: number): Promise<Subject> {
  const features = createFeatures(rows, createRng(SEED));
  const engine = await openEngine('cpu');
  const learner = createLearner({ features, classes, mode: 'single', engine });
  await learner.learn(answersUpTo(labels));
  const vectors = await vectorsOf(features, SEED, (right, width) =>
    learner.poolTimes(right, width),
  );
  return { rows, learner, vectors };
}

function report(strategy: QueryStrategy, subject: Subject): void {
  const took = Array.from({ length: 1 + WARM_UP + times }, (_, i) => choose(strategy, subject, i));
  const figures = (['clock', 'processor'] as const).flatMap((kind) => {
    const [first = 0, ...others] = took.map((one) => one[kind]);
    const rest = others.slice(WARM_UP);
    return [first, quantile(rest, 0.5) ?? 0, quantile(rest, 0.95) ?? 0];
  });
  console.log([strategy.id, subject.rows, ...figures.map((ms) => ms.toFixed(1))].join('\t'));
}

interface Took {
  readonly clock: number;
  readonly processor: number;
}

function choose(strategy: QueryStrategy, { rows, learner, vectors }: Subject, turn: number): Took {
  const answered = labels + turn;
  const candidates = Int32Array.from({ length: rows - answered }, (_, i) => answered + i);
  const input = queryInputOf({
    ...{ learner, classes, mode: 'single', candidates, vectors, budgetLeft: null, seed: SEED },
    answers: answersUpTo(answered),
    decisions: answered,
  });
  const started = performance.now();
  const before = process.cpuUsage();
  strategy.rank({ ...input, count: QUEUE });
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - started, processor: (user + system) / 1_000 };
}

function answersUpTo(
  count: number,
): { readonly row: number; readonly classes: readonly number[] }[] {
  return Array.from({ length: count }, (_, row) => ({ row, classes: [row % classes] }));
}

function createFeatures(rows: number, rng: Rng): Features {
  const centres = Float32Array.from({ length: classes * DIMS }, () => rng.normal());
  const dense = new Float32Array(rows * DIMS);
  for (let r = 0; r < rows; r++) {
    const own = dense.subarray(r * DIMS, (r + 1) * DIMS);
    for (let k = 0; k < DIMS; k++)
      own[k] = 0.3 * (centres[(r % classes) * DIMS + k] as number) + rng.normal();
    const length = Math.sqrt(own.reduce((sum, value) => sum + value * value, 0));
    for (let k = 0; k < DIMS; k++) own[k] = (own[k] as number) / length;
  }
  const indptr = Uint32Array.from({ length: rows + 1 }, (_, r) => r * WORDS_PER_ROW);
  // Squared, so that few words are common and most are rare.
  const indices = Uint32Array.from({ length: rows * WORDS_PER_ROW }, () =>
    Math.floor(WORDS * rng.next() ** 2),
  );
  const values = new Float32Array(indices.length).fill(1 / Math.sqrt(WORDS_PER_ROW));
  return {
    ...{ rows, denseDims: DIMS, dense },
    sparse: { rows, columns: WORDS, indptr, indices, values },
  };
}
