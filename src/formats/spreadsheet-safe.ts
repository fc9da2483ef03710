/**
 * Defuses spreadsheet formulas: a cell that begins with = + - @ tab or carriage return would be run
 * by Excel or LibreOffice, so it gets a leading apostrophe (OWASP, "CSV injection"). Numbers stay.
 */
const FORMULA_START = /^[=+\-@\t\r]/;
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

export function spreadsheetSafe(value: unknown): unknown {
  if (typeof value !== 'string' || NUMBER.test(value)) return value;
  return FORMULA_START.test(value) ? `'${value}` : value;
}

export function safeRow(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, spreadsheetSafe(value)]),
  );
}
