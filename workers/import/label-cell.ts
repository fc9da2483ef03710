/** The labels in one cell, trimmed, without empty ones or repeats. */
export function splitLabels(cell: string, separator: string | null): readonly string[] {
  const parts = separator === null ? [cell] : cell.split(separator);
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}
