/** What the bench found, as JSON. */
import { writeFileSync } from 'node:fs';
import { BadArguments, type BenchArgs } from './args.ts';
import type { MeasuredSeed, Results } from './browser.ts';
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
  readonly noise: number;
  /** Rows that `--scale` asked for; null = the rows of the file. */
  readonly scale: number | null;
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
  readonly wrongAnswers: number;
  readonly queried?: readonly number[];
}

/** One report per strategy, in the order asked for. */
export function summarise(
  args: BenchArgs,
  data: BenchData,
  results: Results,
): readonly BenchReport[] {
  return [...results].map(([strategy, seeds]) => describe({ args, data, strategy, seeds }));
}

interface Found {
  readonly args: BenchArgs;
  readonly data: BenchData;
  readonly strategy: string;
  readonly seeds: readonly MeasuredSeed[];
}

function describe({ args, data, strategy, seeds }: Found): BenchReport {
  const [first] = seeds;
  return {
    task: args.task,
    file: args.file,
    strategy,
    backend: first?.backend ?? '',
    adapter: first?.adapter ?? '',
    threads: 1,
    pool: args.scale ?? data.pool.length,
    test: data.test.length,
    classes: data.classes,
    audit: args.audit,
    noise: args.noise,
    scale: args.scale,
    feedback: args.feedback,
    features: args.features,
    runs: seeds.map((seed) => describeRun(seed, args.ids)),
    mean: meanCurve(seeds.map((seed) => seed.curve)),
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
    wrongAnswers: result.wrongAnswers,
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

/** One strategy: its report; several: `{ reports }`, one for each. */
export function writeReports(path: string, reports: readonly BenchReport[]): void {
  const [only] = reports;
  const content = reports.length === 1 ? only : { reports };
  try {
    writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
  } catch (error) {
    throw new BadArguments(`cannot write ${path}: ${(error as Error).message}`);
  }
}
