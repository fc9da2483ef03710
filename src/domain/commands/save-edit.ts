import { isEmptyContent } from '../content.ts';
import type { SavedEdit } from '../explanation/gestures.ts';
import type { ClassId } from '../records.ts';
import { activeClasses, type ProjectState } from '../state.ts';
import { cappedDuration } from './decide-item.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export interface SaveEdit extends SavedEdit {
  readonly type: 'save-edit';
}

export function saveEdit(
  state: ProjectState,
  { type: _, ...edit }: SaveEdit,
  context: CommandContext,
): Decision {
  if (isEmptyContent(edit.content))
    return refuse(
      `An empty ${edit.content.kind === 'table' ? 'row' : edit.content.kind} cannot be saved as an edit.`,
    );
  const problem = problemOf(state, edit.stance, edit.classes);
  if (problem) return refuse(problem);
  const durationMs = cappedDuration(edit.durationMs);
  return accept(state.project.id, context, { type: 'edit-saved', ...edit, durationMs });
}

function problemOf(
  { project }: ProjectState,
  stance: SavedEdit['stance'],
  classes: readonly ClassId[],
): string | null {
  const active = new Set(activeClasses(project).map(({ id }) => id));
  if (classes.some((id) => !active.has(id))) return 'Choose classes that are in use.';
  if (stance === 'boundary') {
    return classes.length === 2 ? null : 'A boundary lies between exactly two classes.';
  }
  if (project.mode === 'single' && classes.length !== 1) return 'Choose one class for the edit.';
  return null;
}
