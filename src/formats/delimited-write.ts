import Papa from 'papaparse';
import type { FormatWriter } from './format.ts';

/** One line of delimited text. Cells are quoted where they must be. */
function writeRecord(cells: readonly unknown[], delimiter: string): string {
  return `${Papa.unparse([[...cells]], { delimiter, newline: '\r\n' })}\r\n`;
}

export function delimitedWriter(delimiter: string): FormatWriter {
  return {
    header: (columns) => writeRecord(columns, delimiter),
    row: (values, columns) =>
      writeRecord(
        columns.map((name) => values[name] ?? ''),
        delimiter,
      ),
    footer: () => '',
  };
}
