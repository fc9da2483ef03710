import { describe, expect, it } from 'vitest';
import { wholeSuite } from '../../bench/suite/args.ts';
import { type Cell, type Lookup, nameOf } from '../../bench/suite/cells.ts';
import { appCells, SPEED, scaleCells } from '../../bench/suite/plan.ts';
import { answerToLearned } from '../../bench/suite/sections/answer-to-learned.ts';
import { scale } from '../../bench/suite/sections/scale.ts';
import { timeToChoose } from '../../bench/suite/sections/time-to-choose.ts';
import { suiteSets } from '../../bench/suite/sets.ts';

const args = wholeSuite(
  {
    ...{ data: '', isQuick: false, only: [], sets: suiteSets, strategies: [], seeds: 5 },
    ...{ isWriteOnly: true, out: '' },
  },
  ['random', 'margin'],
);

function holding(values: ReadonlyMap<string, unknown>): Lookup {
  return (cell) => (values.get(nameOf(cell)) as never) ?? null;
}

function lineWith(text: string, start: string): string {
  return text.split('\n').find((line) => line.startsWith(`| ${start}`)) ?? '';
}

describe('section of the time to choose', () => {
  const speed = (strategy: string, at25: number, at100: number) => [
    { strategy, rows: 25_000, first: 300, median: at25, p95: at25 * 2 },
    { strategy, rows: 100_000, first: 900, median: at100, p95: at100 * 2 },
  ];
  const lines = [
    ...speed('margin', 10, 40),
    ...speed('badge', 101, 200),
    ...speed('expected-error-reduction', 400, 450),
    ...speed('bald', 120, 400).map((line) => ({ ...line, 'median CPU': line.rows / 1_000 })),
    ...speed('random', 0, 0.1),
    { strategy: 'broken', rows: 'many' },
  ];
  const text = timeToChoose({ args, lookup: holding(new Map([[nameOf(SPEED), { lines }]])) });

  it('holds each strategy to its time, and error reduction to its own', () => {
    expect(lineWith(text, 'margin')).toBe(
      '| margin | 10.0 / 20.0 (300.0) | 40.0 / 80.0 (900.0) | x 4.0 | met |',
    );
    expect(lineWith(text, 'badge')).toContain('**not met**');
    expect(lineWith(text, 'expected-error-reduction')).toContain('| met |');
  });

  it('tells no growth from a time too short to be measured', () => {
    expect(lineWith(text, 'random')).toMatch(/ \| – \| met \|$/);
  });

  it('says where only other work on the machine held a strategy up', () => {
    expect(lineWith(text, 'bald')).toBe(
      '| bald | 120.0 / 240.0 (300.0), cpu 25.0 | 400.0 / 800.0 (900.0), cpu 100.0 | x 4.0 ' +
        '| **not met** by the clock, met by the processor |',
    );
  });

  it('passes over what is no line of it, and says so where there is none', () => {
    expect(text).not.toContain('broken');
    expect(timeToChoose({ args, lookup: () => null })).toMatch(/^Not measured/);
  });
});

describe('section of answer to learned', () => {
  it('judges the pool of many rows alone', () => {
    const reports = appCells(args).map((cell): readonly [string, unknown] => {
      const learned = { p50: cell.scale === null ? 500 : 119.9, p95: 600, n: 40 };
      const run = {
        ...{ answerToLearnedMs: learned, settleMs: { p50: 1, p95: 2 } },
        ...{ encodeMs: 4_200, peakHeapMB: 90 },
      };
      const pool = cell.scale ?? 1_000;
      return [nameOf(cell), { runs: [run], pool, backend: 'wasm', adapter: 'SIMD' }];
    });
    const text = answerToLearned({ args, lookup: holding(new Map(reports)) });
    expect(lineWith(text, 'digits')).toMatch(/500 \/ 600 \(n = 40\).*4\.2 s.*\|\s+\|$/);
    expect(lineWith(text, 'tweets, replicated')).toContain('p50 120 ms: met');
  });
});

describe('section of very many rows', () => {
  const line = (rows: number, tabPeakMB: number) => ({
    ...{ rows, kind: 'text', importS: 41, firstQuestionS: 2, reopenS: 2.9, n: 40 },
    ...{ paintedP50: 20, paintedP95: 50, learnedP50: 100, learnedP95: 150 },
    ...{ importLongest: 40, openingLongest: 45, answeringLongest: 0 },
    memory: { tabPeakMB, tabNow: { rssMB: 400 } },
  });
  const cells: readonly Cell[] = scaleCells(args);
  const values = new Map<string, unknown>([
    [nameOf(cells[0] as Cell), { lines: [line(100_000, 700)] }],
    [nameOf(cells[2] as Cell), { lines: [line(1_000_000, 1_600)] }],
  ]);
  const text = scale({ args, lookup: holding(values) });

  it('holds a hundred thousand rows and a million to targets of their own', () => {
    const small = lineWith(text, '100,000');
    expect(small).toContain('import 40 s: **not met**; reopened 3 s: met');
    expect(small).toContain('tab 700 MB: met');
    const large = lineWith(text, '1,000,000');
    expect(large).toContain('opened 5 s: met; tab 1,500 MB: **not met**');
    expect(large).not.toContain('import 40 s');
  });
});
