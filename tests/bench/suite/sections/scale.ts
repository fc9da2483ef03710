/** Section d: import, first question, answers, reopening and memory with very many rows. */
import type { Source } from '../curves-of.ts';
import { table, verdict } from '../markdown.ts';
import { scaleCells } from '../plan.ts';

/** The figures of a line of `scale.ts` that the targets speak of. */
interface ScaleLine {
  readonly rows: number;
  readonly kind: string;
  readonly importS: number;
  readonly firstQuestionS: number;
  readonly reopenS: number;
  readonly n: number;
  readonly paintedP50: number;
  readonly paintedP95: number;
  readonly learnedP50: number;
  readonly learnedP95: number;
  readonly importLongest: number;
  readonly openingLongest: number;
  readonly answeringLongest: number;
  readonly memory: { readonly tabPeakMB: number; readonly tabNow: { readonly rssMB: number } };
}

interface Target {
  readonly name: string;
  readonly most: number;
  readonly of: (line: ScaleLine) => number;
  /** Rows from which and up to which it holds. */
  readonly from: number;
  readonly to: number;
}

const HUNDRED_THOUSAND = { from: 100_000, to: 999_999 };
const MILLION = { from: 1_000_000, to: Number.POSITIVE_INFINITY };
const TARGETS: readonly Target[] = [
  { name: 'import 40 s', most: 40, of: ({ importS }) => importS, ...HUNDRED_THOUSAND },
  { name: 'reopened 3 s', most: 3, of: ({ reopenS }) => reopenS, ...HUNDRED_THOUSAND },
  { name: 'learned p50 120 ms', most: 120, of: (line) => line.learnedP50, ...HUNDRED_THOUSAND },
  { name: 'painted p95 50 ms', most: 50, of: (line) => line.paintedP95, ...HUNDRED_THOUSAND },
  { name: 'tab 700 MB', most: 700, of: ({ memory }) => memory.tabPeakMB, ...HUNDRED_THOUSAND },
  { name: 'opened 5 s', most: 5, of: ({ reopenS }) => reopenS, ...MILLION },
  { name: 'tab 1,500 MB', most: 1_500, of: ({ memory }) => memory.tabPeakMB, ...MILLION },
];

export function scale({ args, lookup }: Source): string {
  const lines = scaleCells(args)
    .flatMap((cell) => lookup(cell)?.lines ?? [])
    .filter(isScaleLine);
  if (lines.length === 0) return 'Not measured.';
  const heads = [
    ...[
      'rows',
      'import',
      'first question',
      'answer → painted p50 / p95',
      'answer → learned p50 / p95',
    ],
    ...['reopened', 'longest task: import / opening / answering', 'tab: peak / after', 'targets'],
  ];
  return table(heads, lines.map(rowOf));
}

function rowOf(line: ScaleLine): readonly string[] {
  const targets = TARGETS.filter(({ from, to }) => line.rows >= from && line.rows <= to);
  return [
    `${line.rows.toLocaleString('en')} (${line.kind})`,
    `${line.importS} s`,
    `${line.firstQuestionS} s`,
    `${line.paintedP50} / ${line.paintedP95} ms (n = ${line.n})`,
    `${line.learnedP50} / ${line.learnedP95} ms`,
    `${line.reopenS} s`,
    `${line.importLongest} / ${line.openingLongest} / ${line.answeringLongest} ms`,
    `${line.memory.tabPeakMB} / ${line.memory.tabNow.rssMB} MB`,
    targets.map(({ name, most, of }) => `${name}: ${verdict(of(line) <= most)}`).join('; '),
  ];
}

function isScaleLine(value: unknown): value is ScaleLine {
  const line = value as Partial<ScaleLine> | null;
  const figures = [line?.rows, line?.importS, line?.reopenS, line?.paintedP95, line?.learnedP50];
  return (
    figures.every((figure) => typeof figure === 'number') &&
    typeof line?.memory?.tabPeakMB === 'number'
  );
}
