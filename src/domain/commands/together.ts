import type { HoneEvent } from '../events.ts';
import type { ChangeLevel } from './change-level.ts';
import { asOneAct, type Decision } from './decision.ts';
import type { Command, SingleCommand } from './index.ts';
import type { Redo } from './redo.ts';
import type { RouteItems } from './route-items.ts';
import type { SettleDecision } from './settle-decision.ts';
import type { Undo } from './undo.ts';

/**
 * Several commands as one act: all of them or none, stored at once, taken back by one undo. Each
 * is decided on the state before all of them, so none may depend on another; 5,000 are fine.
 */
export interface Together {
  readonly type: 'together';
  readonly commands: readonly Exclude<SingleCommand, Undo | Redo | Logged>[];
}

/** Entries of the decision log: each is tied to the one before it, so none may be decided beside another. */
type Logged = RouteItems | SettleDecision | ChangeLevel;

/** `decideOne` decides one of them; the first refusal refuses all. */
export function together(
  { commands }: Together,
  decideOne: (command: Command) => Decision,
): Decision {
  const events: HoneEvent[] = [];
  for (const command of commands) {
    const decision = decideOne(command);
    if (!decision.ok) return decision;
    events.push(...decision.events);
  }
  return { ok: true, events: asOneAct(events) };
}
