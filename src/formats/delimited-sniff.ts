/** Which delimiter splits a text, whether it has a header, and whether it is a table at all. */
import Papa from 'papaparse';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SNIFF_ROWS = 20;
/** Excel's hint in the first line: `sep=;`. */
const SEP_LINE = /^\uFEFF?sep=(.)\r?\n/i;
const KNOWN_NAMES =
  /^(id|text|content|comment|message|body|review|tweet|title|label|class|category|target|name|date|url|.*_id)$/i;
const NUMBER = /^[-+]?[\d.,]+%?$/;
const MAX_NAME_CHARACTERS = 120;

interface Shape {
  readonly delimiter: string;
  readonly width: number;
  readonly rows: readonly (readonly string[])[];
  /** Share of rows as wide as the first, in [0, 1]. */
  readonly even: number;
  /** Share of cells after the first that begin with a space: commas of prose do. */
  readonly spaced: number;
}

function firstRows(head: string, delimiter: string): readonly (readonly string[])[] {
  const text = head.replace(SEP_LINE, '').replace(/^\uFEFF/, '');
  const { data } = Papa.parse<string[]>(text, {
    delimiter,
    preview: SNIFF_ROWS,
    skipEmptyLines: true,
  });
  // The head is cut somewhere: its last row may be half a row.
  const isCut = data.length < SNIFF_ROWS && data.length > 2 && !/[\r\n]$/.test(text);
  return isCut ? data.slice(0, -1) : data;
}

function shapeOf(head: string, delimiter: string): Shape | null {
  const rows = firstRows(head, delimiter);
  const width = rows[0]?.length ?? 0;
  if (width < 2) return null;
  const later = rows.flatMap((row) => row.slice(1));
  return {
    delimiter,
    width,
    rows,
    even: rows.filter((row) => row.length === width).length / rows.length,
    spaced: later.filter((cell) => /^ \S/.test(cell)).length / later.length,
  };
}

function bestShape(head: string): Shape | null {
  const hint = SEP_LINE.exec(head)?.[1];
  if (hint) return shapeOf(head, hint);
  let best: { shape: Shape; score: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const shape = shapeOf(head, delimiter);
    if (!shape) continue;
    const score = shape.even * 100 + Math.min(shape.width, 50) - shape.spaced * 20;
    if (!best || score > best.score) best = { shape, score };
  }
  return best?.shape ?? null;
}

/** The delimiter that splits the first rows most evenly, or null when none splits them at all. */
export function sniffDelimiter(head: string): string | null {
  return SEP_LINE.exec(head)?.[1] ?? bestShape(head)?.delimiter ?? null;
}

/**
 * Delimiter of a text that is clearly a table, whatever its file is called; null for prose, in
 * which commas fall unevenly and stand before spaces.
 */
export function tableDelimiter(head: string): string | null {
  const shape = bestShape(head);
  if (!shape || shape.rows.length < 2) return null;
  const isEven = shape.even >= (shape.rows.length < 5 ? 1 : 0.8);
  return isEven && shape.spaced < 0.5 ? shape.delimiter : null;
}

/** Are the cells of the first row names? Numbers, sentences and values that come back are not. */
export function sniffHeader(head: string, delimiter: string): boolean {
  const [first = [], ...rest] = firstRows(head, delimiter);
  const cells = first.map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0 || filled.length * 2 < cells.length) return false;
  if (filled.some((cell) => NUMBER.test(cell) || cell.length > MAX_NAME_CHARACTERS)) return false;
  if (cells.some((cell) => KNOWN_NAMES.test(cell))) return true;
  const comesBack = cells.some(
    (cell, column) => cell !== '' && rest.some((row) => row[column]?.trim() === cell),
  );
  return !comesBack && !filled.some((cell) => /[.!]$/.test(cell));
}
