import type { RegionMark } from '../explanation/gestures.ts';
import { activeClasses, type ProjectState } from '../state.ts';
import { cappedDuration } from './decide-item.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export interface MarkRegion extends RegionMark {
  readonly type: 'mark-region';
}

export function markRegion(
  state: ProjectState,
  { type: _, ...mark }: MarkRegion,
  context: CommandContext,
): Decision {
  if (mark.regions.length === 0) return refuse('Paint a place first.');
  const isActive = activeClasses(state.project).some(({ id }) => id === mark.classId);
  if (mark.stance === 'evidence' && !isActive) return refuse('Choose a class that is in use.');
  const classId = mark.stance === 'evidence' ? mark.classId : null;
  const durationMs = cappedDuration(mark.durationMs);
  return accept(state.project.id, context, {
    type: 'region-marked',
    ...mark,
    classId,
    durationMs,
  });
}
