/**
 * Which acts stand. Undo and redo are events themselves: `undone` takes its target from the done
 * stack, `redone` puts it back, and a new act clears what could be redone. Unknown targets are
 * ignored, so a merge with a device that undid something unseen does no harm.
 */
import type { EventType, HoneEvent } from '../events.ts';
import type { EventId } from '../records.ts';

/** Changes of the project as a whole that can be taken back. */
export const PROJECT_CHANGES = [
  'project-renamed',
  'settings-changed',
  'guidelines-changed',
  'class-added',
  'class-changed',
  'class-merged',
  'class-retired',
  'class-restored',
] as const satisfies readonly EventType[];

/** Acts a person can take back. Imports, checkpoints and the project itself are not among them. */
const UNDOABLE: ReadonlySet<EventType> = new Set<EventType>([
  'answered',
  'skipped',
  'marked-unsure',
  'flagged',
  'unflagged',
  ...PROJECT_CHANGES,
  'checkpoint-renamed',
  'rolled-back',
  'feature-marked',
  'region-marked',
  'edit-saved',
  'counterfactual-judged',
  'feedback-withdrawn',
  'items-routed',
  'decision-settled',
  'level-changed',
]);

export interface UndoStacks {
  readonly done: EventId[];
  undone: EventId[];
}

export function createUndoStacks(): UndoStacks {
  return { done: [], undone: [] };
}

export interface Flip {
  readonly target: EventId;
  readonly stands: boolean;
}

/** Advances the stacks; returns the act that just fell or stands again, if any. */
export function advanceStacks(stacks: UndoStacks, event: HoneEvent): Flip | null {
  if (event.type === 'undone') {
    if (!take(stacks.done, event.target)) return null;
    stacks.undone.push(event.target);
    return { target: event.target, stands: false };
  }
  if (event.type === 'redone') {
    if (!take(stacks.undone, event.target)) return null;
    stacks.done.push(event.target);
    return { target: event.target, stands: true };
  }
  if (UNDOABLE.has(event.type)) {
    stacks.done.push(event.id);
    stacks.undone = [];
  }
  return null;
}

function take(stack: EventId[], id: EventId): boolean {
  const at = stack.lastIndexOf(id);
  if (at < 0) return false;
  stack.splice(at, 1);
  return true;
}
