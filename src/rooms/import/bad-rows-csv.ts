/** The list of rows that did not go in, as a CSV that a spreadsheet opens without running it. Pure. */
import type { ImportReport } from '../../../workers/api.ts';

/** A cell that starts like this is run as a formula by spreadsheets; an apostrophe defuses it. */
const FORMULA = /^[=+\-@\t\r]/;

const cell = (text: string): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};

export const badRowsCsv = (bad: ImportReport['bad']): string =>
  [
    'row,reason,excerpt',
    ...bad.map((row) => `${row.row},${cell(row.reason)},${cell(row.excerpt)}`),
    '',
  ].join('\r\n');
