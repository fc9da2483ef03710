/** CSV and TSV on Papa Parse: quotes, embedded line breaks, ragged rows, any delimiter. */
import Papa from 'papaparse';
import { emptyRow, excerptOf, uniqueColumns } from './columns.ts';
import {
  type Format,
  MAX_CELL_CHARACTERS,
  MAX_COLUMNS,
  type Reader,
  type ReadOptions,
  type ReadSink,
} from './format.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SNIFF_ROWS = 20;

/** The delimiter that splits the first rows most evenly, or null when none splits them at all. */
export function sniffDelimiter(head: string): string | null {
  let best: { delimiter: string; score: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(head, {
      delimiter,
      preview: SNIFF_ROWS,
      skipEmptyLines: true,
    });
    const widths = data.map((row) => row.length);
    const [width] = widths;
    if (!width || width < 2) continue;
    const even = widths.filter((one) => one === width).length / widths.length;
    const score = even * 100 + Math.min(width, 50);
    if (!best || score > best.score) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

/** A header names things: no empty or repeated cell, and nothing that is a bare number. */
export function sniffHeader(head: string, delimiter: string): boolean {
  const { data } = Papa.parse<string[]>(head, { delimiter, preview: 1 });
  const cells = (data[0] ?? []).map((cell) => cell.trim());
  const isDistinct = new Set(cells).size === cells.length;
  const looksNamed = cells.every(
    (cell) => cell !== '' && cell.length <= 60 && !/^[-+]?[\d.,]+$/.test(cell),
  );
  return cells.length > 0 && isDistinct && looksNamed;
}

/** A record longer than this is not text for people but a file gone wrong. */
const MAX_RECORD_CHARACTERS = 16_000_000;

export function readDelimited(options: ReadOptions, sink: ReadSink): Reader {
  const table = createTable(options.hasHeader ?? true, sink);
  // All line ends become \n before, so that files of mixed origin read alike.
  const parser = (): Papa.Parser =>
    new Papa.Parser({ delimiter: options.delimiter ?? ',', newline: '\n' });
  const lines = createLineEnds();
  let rest = '';
  const feed = (text: string, isEnd: boolean): void => {
    const result = parser().parse(text, 0, !isEnd) as Papa.ParseResult<string[]>;
    const broken = new Map(result.errors.map((error) => [error.row ?? -1, error.code]));
    result.data.forEach((cells, index) => void table.record(cells, broken.get(index)));
    rest = isEnd ? '' : text.slice(result.meta.cursor);
    if (rest.length > MAX_RECORD_CHARACTERS) {
      table.tooLong(rest);
      rest = '';
    }
  };
  return {
    push: (chunk) => feed(rest + lines.unify(chunk), false),
    end() {
      const last = rest + lines.flush();
      if (last !== '') feed(last, true);
      table.end();
    },
  };
}

interface Table {
  record(cells: readonly string[], error: string | undefined): void;
  tooLong(text: string): void;
  end(): void;
}

function createTable(hasHeader: boolean, sink: ReadSink): Table {
  let columns: readonly string[] | null = null;
  let row = 0;
  const bad = (reason: string, text: string): void =>
    sink.bad({ row, reason, excerpt: excerptOf(text) });
  const begin = (cells: readonly string[], isHeader: boolean): void => {
    if (cells.length > MAX_COLUMNS) {
      throw new Error(
        `The first row has ${cells.length} columns; Hone reads at most ${MAX_COLUMNS}. Is the delimiter right?`,
      );
    }
    columns = uniqueColumns(isHeader ? cells : cells.map(() => ''));
    sink.columns(columns);
  };
  return {
    record(cells, error) {
      row += 1;
      if (cells.length === 1 && cells[0]?.trim() === '') return; // A blank line is not a record.
      if (!columns) {
        begin(cells, hasHeader);
        if (hasHeader) return;
      }
      const problem = problemOf(cells, columns ?? [], error);
      if (problem) bad(problem, cells.join(' · '));
      else sink.row({ row, values: toValues(cells, columns ?? []) });
    },
    tooLong(text) {
      row += 1;
      bad(
        `row ${row} is longer than ${MAX_RECORD_CHARACTERS / 1e6} million characters; a quotation mark may be unclosed`,
        text,
      );
    },
    end() {
      if (!columns) sink.columns([]);
    },
  };
}

function problemOf(
  cells: readonly string[],
  columns: readonly string[],
  error: string | undefined,
): string | null {
  if (error === 'MissingQuotes')
    return 'a quotation mark is opened here and never closed; close or remove it';
  if (cells.length !== columns.length) {
    return `${cells.length} values where the header names ${columns.length}; check the delimiter and quotation marks in this row`;
  }
  const long = cells.findIndex((cell) => cell.length > MAX_CELL_CHARACTERS);
  if (long < 0) return null;
  const size = cells[long]?.length ?? 0;
  return `the value of ${columns[long]} has ${size} characters; at most ${MAX_CELL_CHARACTERS} are read: shorten or split it`;
}

function toValues(cells: readonly string[], columns: readonly string[]): Record<string, string> {
  const values = emptyRow();
  columns.forEach((name, index) => {
    values[name] = cells[index] ?? '';
  });
  return values;
}

/** Turns \r\n and \r into \n across chunk boundaries, and drops a byte-order mark at the start. */
function createLineEnds(): { unify(chunk: string): string; flush(): string } {
  let held = '';
  let isFirst = true;
  return {
    unify(chunk) {
      let text = held + chunk;
      if (isFirst && text !== '') {
        text = text.replace(/^\uFEFF/, '');
        isFirst = false;
      }
      held = text.endsWith('\r') ? '\r' : '';
      return text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
    },
    flush: () => (held === '' ? '' : '\n'),
  };
}

/** One line of delimited text. Cells are quoted where they must be. */
export function writeRecord(cells: readonly unknown[], delimiter: string): string {
  return `${Papa.unparse([[...cells]], { delimiter, newline: '\r\n' })}\r\n`;
}

export function delimitedWriter(delimiter: string): NonNullable<Format['write']> {
  return {
    header: (columns) => writeRecord(columns, delimiter),
    row: (values, columns) =>
      writeRecord(
        columns.map((name) => values[name] ?? ''),
        delimiter,
      ),
  };
}
