import type { Project } from '../../domain/records.ts';
import { activeClasses } from '../../domain/state.ts';

export const WHY_KEY = 'w';

/** A class that was given the key before it meant something keeps it. Pure. */
export function isKeyFree(project: Project): boolean {
  return activeClasses(project).every(({ key }) => key !== WHY_KEY);
}
