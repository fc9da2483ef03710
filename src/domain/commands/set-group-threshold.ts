import type { ProjectState } from '../state.ts';
import {
  type GroupThreshold,
  withGroupThreshold,
  withoutGroup,
} from '../trust/group-thresholds.ts';
import { routingOf } from '../trust/settings.ts';
import { changeSettings } from './change-settings.ts';
import { type CommandContext, type Decision, refuse } from './decision.ts';

export interface SetGroupThreshold extends Pick<GroupThreshold, 'field' | 'value'> {
  readonly type: 'set-group-threshold';
  /** The probability that an accepted answer exceeds, in [0, 1]; null = as the others. */
  readonly least: number | null;
}

/** Who sets it and when is written into it: it goes from there into every batch of decisions. */
export function setGroupThreshold(
  state: ProjectState,
  { field, value, least }: SetGroupThreshold,
  context: CommandContext,
): Decision {
  if (field.trim() === '' || value.trim() === '')
    return refuse('A threshold for a group needs a column and a value.');
  const routing = routingOf(state.project);
  const { groups: standing = [] } = routing;
  const key = { field, value };
  const own = least === null ? null : { ...key, least, id: context.newId() };
  const groups = own
    ? withGroupThreshold(standing, { ...own, by: context.by, at: context.now })
    : withoutGroup(standing, key);
  return changeSettings(
    state,
    { type: 'change-settings', patch: { routing: { ...routing, groups } } },
    context,
  );
}
