/**
 * Which acts stand. Undo and redo are events themselves: `undone` takes its target from the done
 * stack, `redone` puts it back, and a new act clears what could be redone. Events made together
 * are one act, named by their `batch`, and stand or fall together. Unknown targets are ignored, so
 * a merge with a device that undid something unseen does no harm.
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
  /** Acts, oldest first. */
  readonly done: EventId[];
  undone: EventId[];
  /** The events of each act that made several, in id order. */
  readonly batches: Map<EventId, EventId[]>;
}

export function createUndoStacks(): UndoStacks {
  return { done: [], undone: [], batches: new Map() };
}

export interface Flip {
  /** The events of the act. */
  readonly targets: readonly EventId[];
  readonly stands: boolean;
}

/** Advances the stacks; returns the act that just fell or stands again, if any. */
export function advanceStacks(stacks: UndoStacks, event: HoneEvent): Flip | null {
  if (event.type === 'undone') {
    if (!take(stacks.done, event.target)) return null;
    stacks.undone.push(event.target);
    return { targets: eventsOfAct(stacks, event.target), stands: false };
  }
  if (event.type === 'redone') {
    if (!take(stacks.undone, event.target)) return null;
    stacks.done.push(event.target);
    return { targets: eventsOfAct(stacks, event.target), stands: true };
  }
  if (isUndoable(event)) {
    if (joinBatch(stacks, event)) stacks.done.push(event.batch ?? event.id);
    stacks.undone = [];
  }
  return null;
}

/** A level that fell because a promise broke is no act of the person: it rises again by evidence alone. */
function isUndoable(event: HoneEvent): boolean {
  return UNDOABLE.has(event.type) && !(event.type === 'level-changed' && event.cause === 'breach');
}

/** The events that stand or fall with this act; an act that made one event is that event. */
export function eventsOfAct(stacks: UndoStacks, act: EventId): readonly EventId[] {
  return stacks.batches.get(act) ?? [act];
}

/**
 * Counts the event to its batch; true when its act is not on the done stack yet. Events of another
 * device may lie between those of a batch, which keeps the place of its first.
 */
function joinBatch({ batches, done }: UndoStacks, { batch, id }: HoneEvent): boolean {
  if (batch === undefined) return true;
  const known = batches.get(batch);
  if (!known) {
    batches.set(batch, [id]);
    return true;
  }
  known.push(id);
  return done.lastIndexOf(batch) < 0;
}

function take(stack: EventId[], act: EventId): boolean {
  const at = stack.lastIndexOf(act);
  if (at < 0) return false;
  stack.splice(at, 1);
  return true;
}
