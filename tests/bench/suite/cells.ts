/** A cell is the least that is measured, kept and repeated alone. */
import type { BenchReport } from '../report.ts';

/** One strategy, one seed: a learning curve by the app's encoder, learner and questions in Node. */
export interface CurveCell {
  readonly kind: 'curve';
  readonly set: string;
  readonly strategy: string;
  readonly seed: number;
  readonly labels: number;
  readonly noise: number;
}

/** The same encoder and head with the labels of the whole pool. */
export interface FullCell {
  readonly kind: 'full';
  readonly set: string;
  readonly seed: number;
}

/** One strategy, one seed in the built app, page and workers included. */
export interface AppCell {
  readonly kind: 'app';
  readonly set: string;
  readonly strategy: string;
  readonly seed: number;
  readonly labels: number;
  /** Rows of the pool after replication; null = those of the file. */
  readonly scale: number | null;
}

/** A bench of its own, run as a process; it prints lines of JSON. */
export interface ScriptCell {
  readonly kind: 'script';
  readonly script: string;
  readonly args: readonly string[];
}

export type Cell = CurveCell | FullCell | AppCell | ScriptCell;

export interface Score {
  readonly accuracy: number;
  readonly macroF1: number;
}

export interface CellValues {
  readonly curve: {
    readonly points: readonly (Score & { readonly labels: number })[];
    /** Milliseconds to plan the queue of questions, over all answers. */
    readonly planMs: { readonly p50: number; readonly p95: number; readonly n: number };
  };
  readonly full: Score & { readonly pool: number; readonly test: number };
  readonly app: BenchReport;
  readonly script: { readonly lines: readonly unknown[] };
}

export type ValueOf<C extends Cell> = CellValues[C['kind']];

/** Gives what was measured for a cell; null when it was not. */
export type Lookup = <C extends Cell>(cell: C) => ValueOf<C> | null;

/** Equal cells, equal names; legible in a listing. */
export function nameOf(cell: Cell): string {
  const parts = [
    cell.kind,
    ...('set' in cell ? [cell.set] : [cell.script.replace(/\.ts$/, ''), ...cell.args]),
    ...('strategy' in cell ? [cell.strategy] : []),
    ...('labels' in cell ? [`${cell.labels} labels`] : []),
    ...('noise' in cell && cell.noise > 0 ? [`noise ${cell.noise}`] : []),
    ...('scale' in cell && cell.scale !== null ? [`${cell.scale} rows`] : []),
    ...('seed' in cell ? [`seed ${cell.seed}`] : []),
  ];
  return parts.join(' ');
}
