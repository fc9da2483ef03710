/**
 * Numbers as people write them: 1,234.5 and 1.234,5 and 1 234,5 and 1'234.5, with a currency sign or
 * code, a percent sign, or in brackets for minus. Which mark is the decimal one is found per column.
 */
export type DecimalMark = '.' | ',';

const PLAIN = /^\d+(\.\d+)?(e[+-]?\d+)?$|^\.\d+(e[+-]?\d+)?$/i;
const CODES = 'USD|EUR|GBP|CHF|JPY|CNY|INR|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|BRL|MXN|ZAR';
const SIGN = String.raw`R\$|\p{Sc}|${CODES}|kr\.?|zł|Fr\.`;
const AROUND = new RegExp(`^(?:${SIGN})|(?:${SIGN}|%|‰)$`, 'gu');
const SPACES = /[\s\u00a0\u2007\u2009\u202f'’]/gu;
const GROUPED = {
  '.': /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/,
  ',': /^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/,
} as const;

/** NaN when the cell is no number. A percentage is read as it is written: 12 % is 12. */
export function readNumber(cell: string, mark: DecimalMark): number {
  const trimmed = cell.trim();
  const isBracketed = /^\(.+\)$/.test(trimmed);
  const bare = strip(isBracketed ? trimmed.slice(1, -1) : trimmed);
  const sign = /^[-−–]/u.test(bare) !== isBracketed ? -1 : 1;
  const digits = bare
    .replace(/^[-−–+]/u, '')
    .replace(AROUND, '')
    .replace(SPACES, '');
  const value = readDigits(digits, mark);
  return sign * value;
}

function strip(text: string): string {
  return text.trim().replace(AROUND, '').trim();
}

function readDigits(digits: string, mark: DecimalMark): number {
  const other = mark === '.' ? ',' : '.';
  const plain = GROUPED[mark].test(digits) ? digits.replaceAll(other, '') : digits;
  if (plain.includes(other)) return Number.NaN;
  const written = plain.replace(mark, '.');
  return PLAIN.test(written) ? Number(written) : Number.NaN;
}

/** The mark under which more cells are numbers; the point where both serve alike. */
export function decimalMarkOf(cells: readonly string[]): DecimalMark {
  const countOf = (mark: DecimalMark): number =>
    cells.filter((cell) => !Number.isNaN(readNumber(cell, mark))).length;
  return countOf(',') > countOf('.') ? ',' : '.';
}
