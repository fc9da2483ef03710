import { focusProblem } from '../focus.ts';
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
  const { auditShare, restAfterMinutes, contrastShare = 0, repeatShare = 0 } = settings;
  if (!(repeatShare >= 0 && repeatShare <= 0.2)) {
    return `Between 0 and 20 % of the questions may come up again, not ${repeatShare * 100} %.`;
  }
  const spending = spendingProblem(settings);
  if (spending) return spending;
  if (!(auditShare >= 0 && auditShare <= 0.5)) {
    return `The audit share must lie between 0 and 50 %, not ${auditShare * 100} %.`;
  }
  if (!(contrastShare >= 0 && contrastShare <= 0.5)) {
    return `The contrast test set may hold 0 to 50 % of the pairs, not ${contrastShare * 100} %.`;
  }
  if (!(restAfterMinutes >= 1 && restAfterMinutes <= 480)) {
    return `The nudge to rest may come after 1 to 480 minutes, not ${restAfterMinutes}.`;
  }
  const steering = focusProblem(settings);
  if (steering) return steering;
  return settings.routing ? routingProblem(settings.routing) : null;
}

function spendingProblem({ budget, costs }: ProjectSettings): string | null {
  if (budget && !(budget.amount > 0 && budget.amount <= 1e9)) {
    return `A budget must be a number above 0, not ${budget.amount}.`;
  }
  if (budget?.kind === 'money' && !((costs?.perHour ?? 0) > 0)) {
    return 'A budget in money needs what an hour costs.';
  }
  for (const cost of [costs?.perHour ?? 0, costs?.perError ?? 0]) {
    if (!(cost >= 0 && cost <= 1e9)) return `A cost must be 0 or more, not ${cost}.`;
  }
  if ((costs?.currency.length ?? 0) > 8) {
    return `A currency may have at most 8 characters, not ${costs?.currency.length}.`;
  }
  return null;
}
