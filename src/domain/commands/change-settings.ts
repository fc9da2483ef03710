import type { ProjectSettings } from '../records.ts';
import type { ProjectState } from '../state.ts';
import { routingProblem } from '../trust/settings.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export interface ChangeSettings {
  readonly type: 'change-settings';
  readonly patch: Partial<ProjectSettings>;
}

export function changeSettings(
  state: ProjectState,
  command: ChangeSettings,
  context: CommandContext,
): Decision {
  const problem = settingsProblem({
    ...state.project.settings,
    ...command.patch,
  });
  if (problem) return refuse(problem);
  return accept(state.project.id, context, {
    type: 'settings-changed',
    patch: command.patch,
  });
}

/** What is wrong with these settings, in plain words, or null. */
export function settingsProblem(settings: ProjectSettings): string | null {
  const { auditShare, restAfterMinutes, contrastShare = 0 } = settings;
  if (!(auditShare >= 0 && auditShare <= 0.5)) {
    return `The audit share must lie between 0 and 50 %, not ${auditShare * 100} %.`;
  }
  if (!(contrastShare >= 0 && contrastShare <= 0.5)) {
    return `The contrast test set may hold 0 to 50 % of the pairs, not ${contrastShare * 100} %.`;
  }
  if (!(restAfterMinutes >= 1 && restAfterMinutes <= 480)) {
    return `The nudge to rest may come after 1 to 480 minutes, not ${restAfterMinutes}.`;
  }
  return settings.routing ? routingProblem(settings.routing) : null;
}
