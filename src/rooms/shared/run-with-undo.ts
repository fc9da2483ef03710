import type { Command } from '../../domain/commands/index.ts';
import type { EventId } from '../../domain/records.ts';
import { isTakenBack } from '../../domain/state.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import { strings } from './strings.ts';

interface RunWithUndo {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly command: Command;
  /** What the toast says when it is done. */
  readonly said: string;
}

/** Runs a command and offers to take it back. Returns the refusal in plain words, or null. */
export async function runWithUndo({
  services,
  session,
  command,
  said,
}: RunWithUndo): Promise<string | null> {
  const outcome = await session.run(command);
  if (!outcome.ok) return outcome.error.message;
  const mine = outcome.value.map((event) => event.id);
  services.notify({
    tone: 'good',
    text: said,
    action: { label: strings.undo, run: () => void takeBack(services, session, mine) },
  });
  return null;
}

/** Undoes exactly these events; stops when something newer lies on top of them. */
export async function takeBack(
  services: Services,
  session: ProjectSession,
  events: readonly EventId[],
): Promise<void> {
  const mine = new Set(events);
  while (mine.has(session.state.value.canUndo ?? ('' as EventId))) {
    const outcome = await session.run({ type: 'undo' });
    if (!outcome.ok) break;
  }
  const isWhole = events.every((id) => isTakenBack(session.state.value, id));
  services.notify(
    isWhole ? { tone: 'plain', text: strings.undone } : { tone: 'warn', text: strings.undoBlocked },
  );
}
