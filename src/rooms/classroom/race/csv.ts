/** The numbers behind a race, one row for each run, lane and answer. */
import type { RaceFrame } from '../../../../workers/api.ts';

export interface CsvOptions {
  readonly frames: Iterable<RaceFrame>;
  /** Seed of the first run. */
  readonly seed: number;
  readonly lanes: readonly { readonly strategy: string; readonly start: string }[];
  readonly classNames: readonly string[];
  readonly test: number;
}

const COLUMNS = [
  'seed',
  'strategy',
  'start',
  'labels',
  'item',
  'answer',
  'test_right',
  'test_macro_f1',
  'test_n',
];

/** RFC 4180: CRLF, quoted where needed. Shares in [0, 1]; several classes of an answer by a bar. */
export function raceCsv({ frames, seed, lanes, classNames, test }: CsvOptions): string {
  const rows = Array.from(frames, (frame) => [
    seed + frame.run,
    lanes[frame.lane]?.strategy ?? '',
    lanes[frame.lane]?.start ?? '',
    frame.labels,
    frame.row + 1,
    frame.said.map((c) => classNames[c] ?? c).join('|'),
    frame.right.toFixed(4),
    frame.macroF1.toFixed(4),
    test,
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A leading formula character would be run by a spreadsheet: it is made text. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
