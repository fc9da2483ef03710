/** Records of a delimited file as rows of named values; what does not fit is named and left out. */
import { emptyRow, renamedColumns, uniqueColumns } from './columns.ts';
import { excerptOf } from './excerpt.ts';
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, type ReadSink } from './format.ts';

export interface Table {
  readonly record: (cells: readonly string[]) => void;
  /** A line that is no record. */
  readonly broken: (reason: string, text: string) => void;
  readonly end: () => void;
}

/** Rows are counted as a spreadsheet counts them: header and blank rows are rows. */
export function createTable(hasHeader: boolean, sink: ReadSink): Table {
  let columns: readonly string[] | null = null;
  let row = 0;
  const begin = (cells: readonly string[]): void => {
    if (cells.length > MAX_COLUMNS) {
      throw new Error(
        `The first row has ${cells.length} columns; Hone reads at most ${MAX_COLUMNS}. Is the delimiter right?`,
      );
    }
    const names = hasHeader ? cells : cells.map(() => '');
    columns = uniqueColumns(names);
    const warning = hasHeader ? renamedColumns(names, columns) : null;
    if (warning) sink.warn?.(warning);
    sink.columns(columns);
  };
  return {
    record(cells) {
      row += 1;
      if (cells.every((cell) => cell.trim() === '')) return;
      if (row === 1 && isSeparatorHint(cells)) return;
      if (!columns) {
        begin(cells);
        if (hasHeader) return;
      }
      const names = columns ?? [];
      const problem = problemOf(cells, names, hasHeader);
      if (problem === null) sink.row({ row, values: toValues(cells, names) });
      else sink.bad({ row, reason: problem, excerpt: excerptOf(cells.join(' · ')) });
    },
    broken(reason, text) {
      row += 1;
      if (!columns && hasHeader) {
        throw new Error(`The first row, which should name the columns, cannot be read: ${reason}.`);
      }
      sink.bad({ row, reason, excerpt: excerptOf(text) });
    },
    end() {
      if (!columns) sink.columns([]);
    },
  };
}

/** Excel writes `sep=;` before the header. */
function isSeparatorHint([first = '', ...rest]: readonly string[]): boolean {
  return /^sep=.?$/i.test(first) && rest.every((cell) => cell === '');
}

function problemOf(
  cells: readonly string[],
  columns: readonly string[],
  hasHeader: boolean,
): string | null {
  const expected = `${hasHeader ? 'the header names' : 'the first row has'} ${columns.length}`;
  if (cells.length < columns.length) {
    const missing = excerptOf(columns[cells.length] ?? '', 60);
    return `${count(cells.length)} where ${expected}; nothing for “${missing}”: add the missing delimiter`;
  }
  const extra = cells.slice(columns.length).find((cell) => cell.trim() !== '');
  if (extra !== undefined) {
    return `${count(cells.length)} where ${expected}; the surplus begins “${excerptOf(extra.trim(), 40)}”: put texts that hold the delimiter in quotation marks`;
  }
  const long = columns.findIndex((_, index) => (cells[index]?.length ?? 0) > MAX_CELL_CHARACTERS);
  if (long < 0) return null;
  return `the value of ${columns[long]} has ${cells[long]?.length} characters; at most ${MAX_CELL_CHARACTERS} are read: shorten or split it`;
}

const count = (values: number): string => (values === 1 ? '1 value' : `${values} values`);

function toValues(cells: readonly string[], columns: readonly string[]): Record<string, string> {
  const values = emptyRow();
  columns.forEach((name, index) => {
    values[name] = cells[index] ?? '';
  });
  return values;
}
