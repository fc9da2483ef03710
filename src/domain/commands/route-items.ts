import type { ProjectState } from '../state.ts';
import type { ItemsRouted, RoutedItem } from '../trust/decisions.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';
import { linkBody } from './link-body.ts';

export interface RouteItems extends Omit<ItemsRouted, 'link'> {
  readonly type: 'route-items';
}

/**
 * Records what the model decided about incoming items, and what it left to people. What has been
 * decided about meanwhile, by another tab or by a person's answer, is left as it is.
 */
export function routeItems(
  state: ProjectState,
  { items, basis }: RouteItems,
  context: CommandContext,
): Decision {
  if (items.length === 0) return refuse('There is nothing to decide.');
  if (basis.level !== state.level)
    return refuse('How far the model may go has changed meanwhile. Decide again.');
  const mayAccept = state.level === 'correct' || state.level === 'alone';
  if (!mayAccept && items.some(isAccepted))
    return refuse('At this level the model decides nothing by itself.');
  if (state.level === 'alone' && basis.promise === null && items.some(isAccepted))
    return refuse(
      'Deciding alone takes a promise that holds, and thresholds are set by hand. Set a promise, or take the model back a level.',
    );
  const open = items.filter(
    ({ itemId }) => !state.decisions.has(itemId) && state.labels.get(itemId)?.kind !== 'answered',
  );
  if (open.length === 0) return refuse('All of this has been decided meanwhile.');
  const body = { type: 'items-routed' as const, items: open, basis };
  return accept(state.project.id, context, linkBody(state, body, context));
}

const isAccepted = ({ route }: RoutedItem): boolean => route === 'accept';
