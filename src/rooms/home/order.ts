/** The gallery's order and small derived figures. Pure. */
import type { ProjectSummary } from '../../domain/records.ts';
import type { ProjectRow } from '../../storage/api.ts';

/** When somebody was last at it; a project that was never opened counts from its creation. */
export const lastTouched = ({ project, summary }: ProjectRow): number =>
  Math.max(summary.lastOpenedAt, project.createdAt);

/** Last touched first; equally old ones by name. */
export const byLastOpened = (rows: readonly ProjectRow[]): readonly ProjectRow[] =>
  [...rows].sort(
    (a, b) => lastTouched(b) - lastTouched(a) || a.project.name.localeCompare(b.project.name),
  );

/** Share of the items answered, in [0, 1]; 0 for a project without items. */
export const progressOf = ({ answered, items }: ProjectSummary): number =>
  items === 0 ? 0 : Math.min(1, answered / items);

const BACKUP_ENDINGS = ['.hone', '.hone.zip', '.hone.json'];

/** A file that is a backup rather than data, told by its name. */
export const isBackupName = (fileName: string): boolean =>
  BACKUP_ENDINGS.some((ending) => fileName.toLowerCase().endsWith(ending));
