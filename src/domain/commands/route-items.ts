import type { ProjectState } from '../state.ts';
import type { ItemsRouted } from '../trust/decisions.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';
import { linkBody } from './link-body.ts';

export interface RouteItems extends Omit<ItemsRouted, 'link'> {
  readonly type: 'route-items';
}

/** Records what the model decided about incoming items, and what it left to people. */
export function routeItems(
  state: ProjectState,
  { items, basis }: RouteItems,
  context: CommandContext,
): Decision {
  if (items.length === 0) return refuse('There is nothing to decide.');
  if (basis.level !== state.level)
    return refuse('How far the model may go has changed meanwhile. Decide again.');
  const mayAccept = state.level === 'correct' || state.level === 'alone';
  if (!mayAccept && items.some(({ route }) => route === 'accept'))
    return refuse('At this level the model decides nothing by itself.');
  const body = { type: 'items-routed' as const, items, basis };
  return accept(state.project.id, context, linkBody(state, body, context));
}
