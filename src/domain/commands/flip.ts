/** Undo and redo: one act falls, or stands again. */

import type { ProjectState } from '../state.ts';
import { type FlipBody, touchesLog } from '../trust/flips.ts';
import { accept, type CommandContext, type Decision } from './decision.ts';
import { linkBody } from './link-body.ts';

/** What takes back a decision of the log, or brings it again, is an entry of the log itself. */
export function flip(state: ProjectState, context: CommandContext, body: FlipBody): Decision {
  const own = touchesLog(state, body.target) ? linkBody(state, body, context) : body;
  return accept(state.project.id, context, own);
}
