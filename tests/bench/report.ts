/** The bench's table and JSON. */
import { writeFileSync } from 'node:fs';
import { BadArguments, type BenchArgs } from './args.ts';
import type { MeasuredSeed } from './browser.ts';
import type { BenchData } from './data.ts';
import type { CurvePoint } from './scores.ts';

export interface BenchReport {
  readonly task: string;
  readonly file: string;
  readonly strategy: string;
  readonly backend: string;
  readonly adapter: string;
  readonly threads: number;
  readonly pool: number;
  readonly test: number;
  readonly classes: readonly string[];
  readonly audit: number;
  readonly feedback: string;
  readonly features: string;
  readonly runs: readonly BenchRun[];
  readonly mean: readonly CurvePoint[];
}

interface BenchRun {
  readonly seed: number;
  readonly curve: readonly CurvePoint[];
  readonly answerToLearnedMs: { readonly p50: number; readonly p95: number; readonly n: number };
  readonly workerMs: { readonly p50: number; readonly p95: number };
  readonly settleMs: { readonly p50: number; readonly p95: number };
  readonly answerToPaintedMs: null;
  /** From handing over a durable act of feedback to the whole pool rescored; null without feedback. */
  readonly clickToRescoredMs: {
    readonly p50: number;
    readonly p95: number;
    readonly n: number;
  } | null;
  readonly encodeMs: number;
  readonly peakHeapMB: number;
  readonly queried?: readonly number[];
}

export function summarise(
  args: BenchArgs,
  data: BenchData,
  results: readonly MeasuredSeed[],
): BenchReport {
  const [first] = results;
  return {
    task: args.task,
    file: args.file,
    strategy: args.strategy,
    backend: first?.backend ?? '',
    adapter: first?.adapter ?? '',
    threads: 1,
    pool: data.pool.length,
    test: data.test.length,
    classes: data.classes,
    audit: args.audit,
    feedback: args.feedback,
    features: args.features,
    runs: results.map((result) => describeRun(result, args.ids)),
    mean: meanCurve(results.map((result) => result.curve)),
  };
}

function describeRun(result: MeasuredSeed, withIds: boolean): BenchRun {
  return {
    seed: result.seed,
    curve: result.curve,
    answerToLearnedMs: {
      p50: quantile(result.learnedMs, 0.5),
      p95: quantile(result.learnedMs, 0.95),
      n: result.learnedMs.length,
    },
    workerMs: { p50: quantile(result.workerMs, 0.5), p95: quantile(result.workerMs, 0.95) },
    settleMs: { p50: quantile(result.settleMs, 0.5), p95: quantile(result.settleMs, 0.95) },
    answerToPaintedMs: null,
    clickToRescoredMs:
      result.clickMs.length === 0
        ? null
        : {
            p50: quantile(result.clickMs, 0.5),
            p95: quantile(result.clickMs, 0.95),
            n: result.clickMs.length,
          },
    encodeMs: Math.round(result.encodeMs),
    peakHeapMB: result.peakHeapMB,
    ...(withIds ? { queried: result.queried } : {}),
  };
}

function meanCurve(curves: readonly (readonly CurvePoint[])[]): CurvePoint[] {
  return (curves[0] ?? []).map((point, index) => {
    const points = curves.flatMap((curve) => curve[index] ?? []);
    const mean = (pick: (p: CurvePoint) => number): number =>
      points.reduce((sum, p) => sum + pick(p), 0) / points.length;
    return {
      labels: point.labels,
      accuracy: mean((p) => p.accuracy),
      macroF1: mean((p) => p.macroF1),
      logLoss: mean((p) => p.logLoss),
      ece: mean((p) => p.ece),
      contrast: point.contrast === null ? null : mean((p) => p.contrast ?? 0),
    };
  });
}

/** Linear interpolation between order statistics (type 7), rounded to 0.1 ms. */
function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return Math.round((low + (high - low) * (at - Math.floor(at))) * 10) / 10;
}

export function printTable(report: BenchReport): void {
  const { pool, test, classes, strategy, backend, adapter, runs, mean } = report;
  console.log(`${report.file}: pool ${pool}, test ${test}, ${classes.length} classes`);
  console.log(`${strategy} on ${backend} (${adapter}), ${runs.length} seed(s)\n`);
  console.log('labels  accuracy  macro-F1  log loss  ECE       contrast');
  for (const point of mean) {
    const { accuracy, macroF1, contrast } = point;
    const figures = [
      accuracy,
      macroF1,
      point.logLoss,
      point.ece,
      ...(contrast === null ? [] : [contrast]),
    ];
    console.log(
      `${String(point.labels).padStart(6)}  ${figures.map((f) => f.toFixed(3).padStart(8)).join('  ')}`,
    );
  }
  console.log('\nseed  answer->learned p50/p95 (n)      settle p50/p95   encode   heap');
  for (const run of runs) {
    const { p50, p95, n } = run.answerToLearnedMs;
    const { settleMs } = run;
    console.log(
      `${String(run.seed).padStart(4)}  ${p50} / ${p95} ms (${n})`.padEnd(38) +
        `${settleMs.p50} / ${settleMs.p95} ms`.padEnd(17) +
        `${run.encodeMs} ms   ${run.peakHeapMB} MB`,
    );
    const click = run.clickToRescoredMs;
    if (click) console.log(`      feedback->rescored ${click.p50} / ${click.p95} ms (${click.n})`);
  }
}

export function writeReport(path: string, report: BenchReport): void {
  try {
    writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
  } catch (error) {
    throw new BadArguments(`cannot write ${path}: ${(error as Error).message}`);
  }
}
