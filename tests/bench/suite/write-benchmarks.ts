/** Puts what was measured into one document; what is missing is named. */
import { type Cell, nameOf } from './cells.ts';
import type { Source } from './curves-of.ts';
import type { Machine } from './machine.ts';
import type { Failures } from './run-cells.ts';
import { answerToLearned } from './sections/answer-to-learned.ts';
import { labelsSaved } from './sections/labels-saved.ts';
import { noise } from './sections/noise.ts';
import { scale } from './sections/scale.ts';
import { scores } from './sections/scores.ts';
import { timeToChoose } from './sections/time-to-choose.ts';

export interface Findings extends Source {
  readonly machine: Machine;
  readonly cells: readonly Cell[];
  readonly failures: Failures;
  /** Times of measuring, ISO, of the cells that were found. */
  readonly times: readonly string[];
  /** What a person has to say of the figures, from `remarks.md`; put in as it is. */
  readonly remarks: string;
}

const SECTIONS: readonly {
  readonly title: string;
  readonly render: (source: Source) => string;
}[] = [
  { title: 'Strategies on data: labels saved', render: labelsSaved },
  { title: 'Strategies on data: scores', render: scores },
  { title: 'Time to choose', render: timeToChoose },
  { title: 'Answer → learned', render: answerToLearned },
  { title: 'Very many rows', render: scale },
  { title: 'A person who errs', render: noise },
];

export function writeBenchmarks(findings: Findings): string {
  const parts = SECTIONS.map(({ title, render }) => `## ${title}\n\n${render(findings).trim()}`);
  const said = [head(findings), findings.remarks.trim(), ...parts, missing(findings)];
  return `${said.filter((part) => part !== '').join('\n\n')}\n`;
}

function head({ machine, times, args }: Findings): string {
  const days = [...new Set(times.map((time) => time.slice(0, 10)))].sort();
  const when = days.length > 1 ? `${days[0]} to ${days.at(-1)}` : (days[0] ?? 'nothing measured');
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench:suite`; change nothing here by hand.',
    '',
    table2([
      ['measured', when],
      ['commit', machine.commit],
      ['machine', `${machine.cores} x ${machine.processor}, ${machine.memoryGB} GB, no GPU used`],
      ['load at the end, mean of 15 minutes', String(machine.load)],
      ['browser', `${machine.browser}, headless`],
      ['Node', machine.node],
      [
        'seeds',
        `${args.seeds} for random, margin and auto, at most 3 for others; each figure names its n`,
      ],
      ['to repeat', '`npm ci && npm run bench:suite -- --data DIR` with the sets in DIR'],
    ]),
    '',
    'Learning curves run in Node: the encoder, the learner and the plan of questions are those of the app, arithmetic on',
    'WebAssembly; images and sounds, and all times of answers, run in the built app. Each seed has its own split: a random third',
    'is the test (at most 4,000 rows), the rest the pool. The person is the label column. ± is the standard error over seeds.',
  ].join('\n');
}

function table2(rows: readonly (readonly [string, string])[]): string {
  return ['| | |', '| --- | --- |', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join(
    '\n',
  );
}

/** What failed by name, with the reason; what was not run yet in numbers. */
function missing({ cells, failures, lookup }: Findings): string {
  const absent = cells.filter((cell) => lookup(cell) === null);
  if (absent.length === 0) return '';
  const counts = new Map<string, number>();
  const failed: string[] = [];
  for (const cell of absent) {
    const reason = failures.get(nameOf(cell));
    const group = `${cell.kind} ${'set' in cell ? cell.set : nameOf(cell).slice(7)}`;
    if (reason) failed.push(`- ${nameOf(cell)}: ${reason}`);
    else counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  const waiting = [...counts].map(([group, count]) => `- ${group}: ${count} not run yet`);
  return ['## Not measured', '', ...failed, ...waiting].join('\n');
}
