/** Several labels in one cell: what stands between them? Pure. */
import type { Preview } from '../../../workers/api.ts';

export const SEPARATORS = [';', '|', ',', '/', ' '] as const;
export const DEFAULT_SEPARATOR = ';';
/** Below this share of cells with a separator the cells hold one label each. */
const MIN_SHARE = 0.05;

/** The character that splits most label cells, or null where cells seem to hold one label. */
export function guessSeparator(preview: Preview, columns: readonly string[]): string | null {
  const cells = preview.columns
    .filter((column) => columns.includes(column.name))
    .flatMap((column) => column.distinct);
  const total = cells.reduce((sum, cell) => sum + cell.count, 0);
  if (total === 0) return null;
  let best: string | null = null;
  let bestShare = MIN_SHARE;
  // A space is last: it also stands inside names, so it wins only where nothing else splits.
  for (const separator of SEPARATORS.slice(0, -1)) {
    const split = cells.filter((cell) => splitLabels(cell.value, separator).length > 1);
    const share = split.reduce((sum, cell) => sum + cell.count / total, 0);
    const parts = cells.map((cell) => splitLabels(cell.value, separator));
    if (share > bestShare && isReused(parts)) {
      best = separator;
      bestShare = share;
    }
  }
  return best;
}

/** Labels come back in several cells; the halves of "billing, refunds" do not. */
function isReused(cells: readonly (readonly string[])[]): boolean {
  const seen = new Map<string, number>();
  for (const parts of cells) {
    for (const part of new Set(parts)) seen.set(part, (seen.get(part) ?? 0) + 1);
  }
  const reused = [...seen.values()].filter((count) => count > 1).length;
  return reused * 2 >= seen.size;
}

export const splitLabels = (cell: string, separator: string): readonly string[] =>
  cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
