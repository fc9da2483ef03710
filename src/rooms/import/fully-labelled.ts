/** A file in which every row is labelled leaves nothing to ask: worth saying before the import. Pure. */
import { columnsWith } from './roles.ts';
import type { WizardState } from './state.ts';

/** True when all rows read so far have a label that would be learned. */
export function isFullyLabelled({ preview, roles, mode, scan }: WizardState): boolean {
  const columns = columnsWith(roles, 'label');
  if (columns.length === 0 || preview.status !== 'ready' || scan.status !== 'ready') return false;
  const { rows } = preview.value;
  const isFilled = rows.every((row) => columns.some((name) => (row[name] ?? '').trim() !== ''));
  if (rows.length === 0 || !isFilled) return false;
  // With several labels a row counts more than once, so only the rows previewed can tell.
  if (mode === 'multi') return true;
  const labelled = scan.value.labels.reduce((sum, { count }) => sum + count, 0);
  return labelled >= scan.value.rows;
}
