/** Classes that come with more items for a live project, and their way back when the import fails. */
import type { ClassDefinition, EventId, ProjectId } from '../../domain/records.ts';
import type { Services } from '../../engine/services.ts';
import { inTurn, runOnClosedProject } from './run-on-closed-project.ts';

/** Returns the events that added them. Rejects with the refusal in plain words. */
export async function addClasses(
  services: Services,
  id: ProjectId,
  definitions: readonly ClassDefinition[],
): Promise<readonly EventId[]> {
  if (definitions.length === 0) return [];
  const commands = definitions.map((definition) => ({ type: 'add-class', definition }) as const);
  const outcome = await runOnClosedProject(services, id, inTurn(commands));
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value.map((event) => event.id);
}

/** Undoes them, newest first, unless somebody did something else in the meantime. */
export async function takeBackClasses(
  services: Services,
  id: ProjectId,
  added: readonly EventId[],
): Promise<void> {
  if (added.length === 0) return;
  const mine = new Set(added);
  await runOnClosedProject(services, id, ({ canUndo }) =>
    canUndo !== null && mine.has(canUndo) ? { type: 'undo' } : null,
  );
}
