/** Events that one press of a person made belong together: they are undone and redone together. */
import type { HoneEvent } from '../events.ts';
import type { EventId } from '../records.ts';
import type { ProjectState } from '../state.ts';

/**
 * The acts that go with the one on top of a stack, top first: those of its press that lie on it
 * without a break. An act without a press stands alone.
 */
export function pressOnTop(
  { ledger }: ProjectState,
  stack: readonly EventId[],
): readonly EventId[] {
  const top = stack.at(-1);
  if (top === undefined) return [];
  const press = pressOf(ledger.byId.get(top));
  const acts = [top];
  if (press === undefined) return acts;
  for (let i = stack.length - 2; i >= 0; i--) {
    const id = stack[i] as EventId;
    if (pressOf(ledger.byId.get(id)) !== press) break;
    acts.push(id);
  }
  return acts;
}

function pressOf(event: HoneEvent | undefined): EventId | undefined {
  return event && 'press' in event ? event.press : undefined;
}
