/**
 * CSV and TSV on Papa Parse: quotes, embedded line breaks, any delimiter, fed in chunks. A quotation
 * mark that is never closed costs the line it stands in, not the rest of the file.
 */
import Papa from 'papaparse';
import { createTable, type Table } from './delimited-table.ts';
import { MAX_RECORD_CHARACTERS, type Reader, type ReadOptions, type ReadSink } from './format.ts';
import { createLineEnds } from './line-ends.ts';

/**
 * Each torn record has what follows it read again. After so many the quotation marks of the file
 * are beyond help, and every line is read by itself: slow reading stays linear.
 */
const MAX_TEARS = 20;

const UNCLOSED =
  'a quotation mark is opened in this row and never closed; close it, double it or remove it';
const ENDLESS = `the row has no end within ${MAX_RECORD_CHARACTERS / 1e6} million characters; is this file a table?`;

export function readDelimited(options: ReadOptions, sink: ReadSink): Reader {
  const table = createTable(options.hasHeader ?? true, sink);
  const delimiter = options.delimiter || ',';
  const lines = createLineEnds();
  let rest = '';
  let tears = 0;
  let isSkipping = false;

  /** Reports the first line as broken and gives back what comes after it. */
  const tear = (text: string): string => {
    tears += 1;
    const end = text.indexOf('\n');
    const line = end < 0 ? text : text.slice(0, end);
    const isEndless = line.length > MAX_RECORD_CHARACTERS;
    table.broken(isEndless ? ENDLESS : UNCLOSED, line);
    isSkipping = end < 0;
    return end < 0 ? '' : text.slice(end + 1);
  };

  const feed = (text: string, isEnd: boolean): void => {
    const from = isSkipping ? text.indexOf('\n') + 1 : 0;
    if (isSkipping && from === 0) return;
    isSkipping = false;
    rest = text.slice(from);
    for (;;) {
      const byLine = tears > MAX_TEARS;
      const { taken, isTorn } = takeRecords(rest, { delimiter, isEnd, byLine, table });
      rest = rest.slice(taken);
      if (!isTorn && rest.length <= MAX_RECORD_CHARACTERS) return;
      rest = tear(rest);
    }
  };

  return {
    push: (chunk) => feed(rest + lines.unify(chunk), false),
    end() {
      feed(rest + lines.flush(), true);
      table.end();
    },
  };
}

interface Taking {
  readonly delimiter: string;
  readonly isEnd: boolean;
  readonly byLine: boolean;
  readonly table: Table;
}

interface Taken {
  /** Characters of whole records that went to the table. */
  readonly taken: number;
  /** The record that follows cannot be read as it stands. */
  readonly isTorn: boolean;
}

function takeRecords(text: string, taking: Taking): Taken {
  if (!taking.byLine) return parse(text, taking);
  let taken = 0;
  while (taken < text.length) {
    const end = text.indexOf('\n', taken);
    if (end < 0 && !taking.isEnd) break;
    const line = end < 0 ? text.slice(taken) : text.slice(taken, end);
    if (parse(line, { ...taking, isEnd: true }).isTorn) return { taken, isTorn: true };
    if (line === '') taking.table.record(['']);
    taken += line.length + 1;
  }
  return { taken, isTorn: false };
}

/** What Papa's low-level parser hands to `step`: one record, its errors, the cursor after it. */
interface Step {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code?: string }[];
  readonly meta: { readonly cursor: number };
}

function parse(text: string, { delimiter, isEnd, table }: Taking): Taken {
  let taken = 0;
  let isTorn = false;
  const step = ({ data, errors, meta }: Step): void => {
    isTorn = errors.length > 0 && isBroken(errors, text.slice(taken, meta.cursor));
    if (isTorn) {
      parser.abort();
      return;
    }
    table.record(data[0] ?? []);
    taken = meta.cursor;
  };
  // Typed for Papa's high-level use, where `step` gets the row itself.
  const config = { delimiter, newline: '\n', step } as unknown as Papa.ParseConfig;
  const parser = new Papa.Parser(config);
  parser.parse(text, 0, !isEnd);
  return { taken, isTorn };
}

/** Undoubled marks inside one line are understood; over several lines they have swallowed rows. */
function isBroken(errors: Step['errors'], raw: string): boolean {
  return (
    errors.some(({ code }) => code === 'MissingQuotes') || raw.replace(/\n$/, '').includes('\n')
  );
}
