/**
 * The mutable inside of a `ProjectState`: indexes that make one more event cost what one event
 * costs, however large the project. Nothing outside `domain/` touches it.
 */
import type { EventOf, EventType, HoneEvent } from '../events.ts';
import type { EventId, ItemId, Project } from '../records.ts';
import { foldProject } from './project-fold.ts';
import {
  createTrustLedger,
  fileTrust,
  isTrustEvent,
  placeAnew,
  refreshTrust,
  type TrustLedger,
} from './trust-ledger.ts';
import {
  advanceStacks,
  createUndoStacks,
  PROJECT_CHANGES,
  type UndoStacks,
} from './undo-stacks.ts';

export type DecisionEvent = EventOf<'answered' | 'skipped' | 'marked-unsure'>;
type FlagEvent = EventOf<'flagged' | 'unflagged'>;
export type FeedbackLogEvent = EventOf<
  'feature-marked' | 'region-marked' | 'edit-saved' | 'counterfactual-judged' | 'feedback-withdrawn'
>;

export interface Ledger {
  /** All known events, ascending by id, each once. */
  readonly events: HoneEvent[];
  readonly ids: Set<EventId>;
  readonly stacks: UndoStacks;
  /** Undoable acts that are undone at present. */
  readonly fallen: Set<EventId>;
  readonly byId: Map<EventId, HoneEvent>;
  /** Decisions on each item in id order, fallen ones included, repeats left out. */
  readonly decisions: Map<ItemId, DecisionEvent[]>;
  /** Answers to silent repeats: they measure the person, and no label ever comes of them. */
  readonly repeats: Map<ItemId, DecisionEvent[]>;
  /** All decisions in id order, fallen ones and repeats included. */
  readonly decisionOrder: DecisionEvent[];
  /** Newest standing decision on each item. */
  readonly current: Map<ItemId, DecisionEvent>;
  readonly flagEvents: Map<ItemId, FlagEvent[]>;
  readonly flags: Map<ItemId, string>;
  /** Feedback beyond labels and its withdrawals, in id order, fallen ones included. */
  readonly feedback: FeedbackLogEvent[];
  /** Events about the project as a whole, fallen ones included. */
  readonly projectEvents: HoneEvent[];
  readonly trust: TrustLedger;
  project: Project | null;
}

const PROJECT_TYPES: ReadonlySet<EventType> = new Set<EventType>([
  'project-created',
  ...PROJECT_CHANGES,
]);

export function createLedger(): Ledger {
  return {
    events: [],
    ids: new Set(),
    stacks: createUndoStacks(),
    fallen: new Set(),
    byId: new Map(),
    decisions: new Map(),
    repeats: new Map(),
    decisionOrder: [],
    current: new Map(),
    flagEvents: new Map(),
    flags: new Map(),
    feedback: [],
    projectEvents: [],
    trust: createTrustLedger(),
    project: null,
  };
}

/** Adds one event that is newer than all before it. */
export function advance(ledger: Ledger, event: HoneEvent): void {
  ledger.events.push(event);
  ledger.ids.add(event.id);
  ledger.byId.set(event.id, event);
  const flip = advanceStacks(ledger.stacks, event);
  if (flip) {
    if (isTrustEvent(event)) fileTrust(ledger.trust, event);
    for (const id of flip.targets) {
      if (flip.stands) ledger.fallen.delete(id);
      else ledger.fallen.add(id);
    }
    for (const id of flip.targets) {
      const target = ledger.byId.get(id);
      if (target) refresh(ledger, target);
    }
    return;
  }
  file(ledger, event);
  refresh(ledger, event);
}

function file(ledger: Ledger, event: HoneEvent): void {
  if (isDecision(event)) {
    push(isRepeat(event) ? ledger.repeats : ledger.decisions, event.itemId, event);
    ledger.decisionOrder.push(event);
  } else if (event.type === 'flagged' || event.type === 'unflagged') {
    push(ledger.flagEvents, event.itemId, event);
  } else if (isFeedback(event)) {
    ledger.feedback.push(event);
  } else if (isTrustEvent(event)) {
    fileTrust(ledger.trust, event);
  } else if (PROJECT_TYPES.has(event.type)) {
    ledger.projectEvents.push(event);
  }
}

/** Recomputes what depends on this event: one item, or the project. */
function refresh(ledger: Ledger, event: HoneEvent): void {
  const stands = (one: HoneEvent): boolean => !ledger.fallen.has(one.id);
  const isAnswered = (id: ItemId): boolean => ledger.current.get(id)?.type === 'answered';
  const sources = { stands, isAnswered };
  if (isDecision(event)) {
    const newest = ledger.decisions.get(event.itemId)?.findLast(stands);
    if (newest) ledger.current.set(event.itemId, newest);
    else ledger.current.delete(event.itemId);
    placeAnew(ledger.trust, event.itemId, sources);
  } else if (event.type === 'flagged' || event.type === 'unflagged') {
    const newest = ledger.flagEvents.get(event.itemId)?.findLast(stands);
    if (newest?.type === 'flagged') ledger.flags.set(event.itemId, newest.note);
    else ledger.flags.delete(event.itemId);
  } else if (isTrustEvent(event)) {
    refreshTrust(ledger.trust, event, sources);
  } else if (PROJECT_TYPES.has(event.type)) {
    ledger.project = foldProject(ledger.projectEvents.filter(stands));
  }
}

export function isRepeat({ question }: DecisionEvent): boolean {
  return question?.repeat === true;
}

export function isDecision(event: HoneEvent): event is DecisionEvent {
  return event.type === 'answered' || event.type === 'skipped' || event.type === 'marked-unsure';
}

function isFeedback(event: HoneEvent): event is FeedbackLogEvent {
  return (
    event.type === 'feature-marked' ||
    event.type === 'region-marked' ||
    event.type === 'edit-saved' ||
    event.type === 'counterfactual-judged' ||
    event.type === 'feedback-withdrawn'
  );
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
