/** Section b: what the bench of its own says of every strategy, against the target. */

import type { Source } from '../curves-of.ts';
import { table, verdict } from '../markdown.ts';
import { curveCell, SPEED, SPEED_TIMES, seedsOf } from '../plan.ts';

/** A line of `strategy-speed.ts`: milliseconds to choose once from so many rows. */
export interface SpeedLine {
  readonly strategy: string;
  readonly rows: number;
  /** The first choice of a pool, which also computes what never changes (clusters, neighbours). */
  readonly first: number;
  readonly median: number;
  readonly p95: number;
  /** Of the processor, which other work on the machine changes less; absent in older lines. */
  readonly 'median CPU'?: number;
}

/** Most milliseconds from so many rows; `slow` for error reduction on its candidate set. */
const TARGETS: readonly { readonly rows: number; readonly usual: number; readonly slow: number }[] =
  [
    { rows: 25_000, usual: 100, slow: 500 },
    { rows: 100_000, usual: 250, slow: 500 },
  ];
const SLOW = /error-reduction/;

export function timeToChoose(source: Source): string {
  const lines = (source.lookup(SPEED)?.lines.flat() ?? []).filter(isSpeedLine);
  const measured =
    lines.length === 0
      ? 'Not measured on pools of 5,000, 25,000 and 100,000 rows.'
      : [
          `Milliseconds to choose one queue by the clock, median / 95th percentile of ${SPEED_TIMES} choices (and the first of the pool,`,
          'which computes what never changes there); after "cpu" the median of the processor, which stands for a quiet machine.',
          'Targets for the median: 100 ms from 25,000 rows, 250 ms from 100,000 (error reduction, on its candidate set: 500 ms),',
          'and at most about four times the time for four times the rows.',
          '',
          speedTable(lines),
        ].join('\n');
  return `${measured}\n\n${alongTheCurves(source)}`;
}

function isSpeedLine(value: unknown): value is SpeedLine {
  const line = value as Partial<SpeedLine> | null;
  return (
    typeof line?.strategy === 'string' &&
    [line.rows, line.first, line.median, line.p95].every((figure) => typeof figure === 'number')
  );
}

function speedTable(lines: readonly SpeedLine[]): string {
  const sizes = [...new Set(lines.map(({ rows }) => rows))].sort((a, b) => a - b);
  const ids = [...new Set(lines.map(({ strategy }) => strategy))];
  const rows = ids.map((id) => {
    const own = lines.filter(({ strategy }) => strategy === id);
    const cells = sizes.map((size) => {
      const line = own.find((one) => one.rows === size);
      return line ? inWords(line) : '–';
    });
    return [id, ...cells, growth(own), judge(id, own)];
  });
  const heads = sizes.map((size) => `${size.toLocaleString('en')} rows`);
  return table(['strategy', ...heads, '25,000 → 100,000, cpu', 'target'], rows);
}

function inWords(line: SpeedLine): string {
  const { median, p95, first, 'median CPU': processor } = line;
  const clock = `${median.toFixed(1)} / ${p95.toFixed(1)} (${first.toFixed(1)})`;
  return processor === undefined ? clock : `${clock}, cpu ${processor.toFixed(1)}`;
}

type Measure = (line: SpeedLine) => number;

const byClock: Measure = ({ median }) => median;
const byProcessor: Measure = (line) => line['median CPU'] ?? line.median;

function growth(own: readonly SpeedLine[]): string {
  const [small, large] = [25_000, 100_000].map((rows) => own.find((line) => line.rows === rows));
  const from = small ? byProcessor(small) : 0;
  return large && from > 0 ? `x ${(byProcessor(large) / from).toFixed(1)}` : '–';
}

/** The clock counts; where it was over on a busy machine, what the processor says of a quiet one. */
function judge(id: string, own: readonly SpeedLine[]): string {
  const isMet = isQuick(id, own, byClock);
  if (isMet !== false || isQuick(id, own, byProcessor) !== true) return verdict(isMet);
  return `${verdict(isMet)} by the clock, met by the processor`;
}

/** Null when no row count with a target was measured. */
function isQuick(id: string, own: readonly SpeedLine[], measure: Measure): boolean | null {
  const checks = TARGETS.flatMap(({ rows, usual, slow }) => {
    const line = own.find((one) => one.rows === rows);
    return line ? [measure(line) <= (SLOW.test(id) ? slow : usual)] : [];
  });
  return checks.length === 0 ? null : checks.every(Boolean);
}

/** What planning took while the curves of section a were measured, on the largest pool among them. */
function alongTheCurves(source: Source): string {
  const set = source.args.sets.find(({ id }) => id === 'tweets');
  if (!set) return '';
  const rows = source.args.strategies.flatMap((strategy) => {
    const times = seedsOf(source.args, set, strategy).flatMap(
      (seed) => source.lookup(curveCell(set, strategy, seed))?.planMs ?? [],
    );
    if (times.length === 0) return [];
    const worst = Math.max(...times.map(({ p95 }) => p95));
    const medians = times.map(({ p50 }) => p50).sort((a, b) => a - b);
    const answers = times.reduce((sum, { n }) => sum + n, 0);
    const middle = medians[Math.floor((medians.length - 1) / 2)] ?? 0;
    return [[strategy, `${middle.toFixed(1)} / ${worst.toFixed(1)}`, String(answers)]];
  });
  if (rows.length === 0) return '';
  return [
    'While the curves of the tweets were measured (20,783 rows, Node): milliseconds to plan the queue after an answer,',
    'median seed and the worst 95th percentile of a seed.',
    '',
    table(['strategy', 'p50 / p95', 'answers'], rows),
  ].join('\n');
}
