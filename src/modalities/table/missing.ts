/** Cells that say "nothing is known here". */
const WORDS = new Set(['', 'na', 'n/a', '#n/a', 'nan', 'null', 'nil', '?', '(missing)']);

export function isMissing(cell: string | undefined): boolean {
  return cell === undefined || WORDS.has(cell.trim().toLowerCase());
}
