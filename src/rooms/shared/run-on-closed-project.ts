import type { Outcome } from '../../../workers/api.ts';
import { asOneAct } from '../../domain/commands/decision.ts';
import { type Command, decide } from '../../domain/commands/index.ts';
import type { HoneEvent } from '../../domain/events.ts';
import type { ProjectId } from '../../domain/records.ts';
import { applyEvents, foldEvents, type ProjectState } from '../../domain/state.ts';
import type { Services } from '../../engine/services.ts';
import { commandContext } from './command-context.ts';
import { messageOf } from './message-of.ts';

/** What to do next, given the state so far; null ends it. */
export type NextCommand = (state: ProjectState) => Command | null;

/**
 * Decides on a project that is not open here, without starting its learner. All or nothing: the
 * events of all commands are appended at once, as one act. A tab that has the project open hears of them.
 */
export async function runOnClosedProject(
  services: Services,
  id: ProjectId,
  next: NextCommand,
): Promise<Outcome<readonly HoneEvent[]>> {
  try {
    let state = foldEvents(await services.storage.events.of(id));
    if (state === null) return refuse('not-found', `There is no project ${id} on this device.`);
    const events: HoneEvent[] = [];
    for (let command = next(state); command !== null; command = next(state)) {
      const decision = decide(state, command, commandContext(services));
      if (!decision.ok) return refuse('bad-input', decision.refusal);
      events.push(...decision.events);
      state = applyEvents(state, decision.events);
    }
    const act = asOneAct(events);
    if (act.length > 0) await services.storage.events.append(act);
    return { ok: true, value: act };
  } catch (error) {
    return refuse('storage', messageOf(error));
  }
}

/** One command, then done. */
export const once = (command: Command): NextCommand => inTurn([command]);

/** Each of the commands in turn. */
export function inTurn(commands: readonly Command[]): NextCommand {
  let at = 0;
  return () => commands[at++] ?? null;
}

const refuse = (code: 'not-found' | 'bad-input' | 'storage', message: string): Outcome<never> => ({
  ok: false,
  error: { code, message },
});
