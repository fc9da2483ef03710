/**
 * The state of a project: a fold over its events. The order in which events arrive does not
 * matter, and an event that arrives twice changes nothing. Unknown event types (from a newer
 * version) are kept and ignored.
 *
 * A `ProjectState` is a fresh object after every change, but its maps are shared with the newest
 * one: hold on to a state only to ask whether it changed, never to compare old with new.
 */
import type { EventOf, HoneEvent } from './events.ts';
import { advance, createLedger, isDecision, type Ledger } from './fold/ledger.ts';
import type { StandingDecision } from './fold/trust-ledger.ts';
import { eventsOfAct } from './fold/undo-stacks.ts';
import type { Relabelling } from './oversight/relabelling.ts';
import type {
  AnnotatorId,
  CheckpointId,
  ClassId,
  EventId,
  ItemId,
  Project,
  ProposalRecord,
  QuestionRecord,
} from './records.ts';
import { resolveClass } from './selectors.ts';
import type { DelegationLevel } from './trust/decisions.ts';

export * from './selectors.ts';

/** The newest standing decision on one item. */
export interface ItemLabel {
  readonly itemId: ItemId;
  readonly kind: 'answered' | 'skipped' | 'unsure';
  /** Resolved through merges, without repeats; empty unless answered. */
  readonly classes: readonly ClassId[];
  readonly eventId: EventId;
  readonly at: number;
  readonly by: AnnotatorId;
  readonly durationMs: number;
  readonly audit: boolean;
  readonly question: QuestionRecord | null;
  readonly proposal: ProposalRecord | null;
}

export interface HistoryEntry {
  readonly eventId: EventId;
  readonly itemId: ItemId;
  readonly at: number;
  readonly stands: boolean;
}

export interface ProjectState {
  readonly project: Project;
  readonly labels: ReadonlyMap<ItemId, ItemLabel>;
  /** Notes of the flagged items. */
  readonly flags: ReadonlyMap<ItemId, string>;
  /** The act that undo would take back (its first event), or null; see `eventsUndoneBy`. */
  readonly canUndo: EventId | null;
  readonly canRedo: EventId | null;
  readonly imports: readonly EventOf<'items-imported'>[];
  readonly checkpointNames: ReadonlyMap<CheckpointId, string>;
  readonly deletedCheckpoints: ReadonlySet<CheckpointId>;
  readonly rollbacks: readonly EventOf<'rolled-back'>[];
  /** The newest round of questions out of turn, or null before the first. */
  readonly relabelling: Relabelling | null;
  /** Newest standing decision about each item that came in. */
  readonly decisions: ReadonlyMap<ItemId, StandingDecision>;
  /** How far the model may go by itself. */
  readonly level: DelegationLevel;
  readonly lastEventId: EventId;
  readonly eventCount: number;
  /** Indexes behind the fold; for `domain/` only. */
  readonly ledger: Ledger;
}

/** Null when no `project-created` event is among them. */
export function foldEvents(events: readonly HoneEvent[]): ProjectState | null {
  const ledger = createLedger();
  for (const event of sortedOnce(events)) advance(ledger, event);
  return toState(ledger, null);
}

/** New events cost their own number when they are newer than all known ones, else a full refold. */
export function applyEvents(state: ProjectState, events: readonly HoneEvent[]): ProjectState {
  const { ledger } = state;
  const fresh = sortedOnce(events).filter((event) => !ledger.ids.has(event.id));
  const [first] = fresh;
  if (!first) return state;
  if (first.id < state.lastEventId) return foldEvents([...ledger.events, ...fresh]) ?? state;
  for (const event of fresh) advance(ledger, event);
  return toState(ledger, state) ?? state;
}

function sortedOnce(events: readonly HoneEvent[]): readonly HoneEvent[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function toState(ledger: Ledger, before: ProjectState | null): ProjectState | null {
  const { project, stacks } = ledger;
  const last = ledger.events.at(-1);
  if (!project || !last) return null;
  return {
    project,
    labels: readLabels(ledger, project, before),
    flags: ledger.flags,
    canUndo: stacks.done.at(-1) ?? null,
    canRedo: stacks.undone.at(-1) ?? null,
    ...readRest(ledger, before),
    decisions: ledger.trust.decisions,
    level: ledger.trust.level,
    lastEventId: last.id,
    eventCount: ledger.events.length,
    ledger,
  };
}

/** Keeps the map of the state before while the project is the same; only changed items are redone. */
function readLabels(ledger: Ledger, project: Project, before: ProjectState | null) {
  const kept = before?.project === project ? (before.labels as Map<ItemId, ItemLabel>) : null;
  const labels = kept ?? new Map<ItemId, ItemLabel>();
  if (!kept) {
    for (const event of ledger.current.values()) labels.set(event.itemId, toLabel(event, project));
    return labels;
  }
  for (const itemId of touchedItems(ledger, before?.eventCount ?? 0)) {
    const event = ledger.current.get(itemId);
    if (event) labels.set(itemId, toLabel(event, project));
    else labels.delete(itemId);
  }
  return labels;
}

function* touchedItems(ledger: Ledger, from: number): Generator<ItemId> {
  for (const event of ledger.events.slice(from)) {
    const isFlip = event.type === 'undone' || event.type === 'redone';
    for (const id of isFlip ? eventsOfAct(ledger.stacks, event.target) : [event.id]) {
      const own = ledger.byId.get(id);
      if (own && isDecision(own)) yield own.itemId;
    }
  }
}

function toLabel(event: Ledger['decisionOrder'][number], project: Project): ItemLabel {
  const kind = event.type === 'marked-unsure' ? 'unsure' : event.type;
  const classes = event.type === 'answered' ? event.classes : [];
  const { itemId, at, by, durationMs, question, proposal } = event;
  return {
    itemId,
    kind,
    classes: [...new Set(classes.map((id) => resolveClass(project, id)))],
    eventId: event.id,
    at,
    by,
    durationMs,
    audit: question?.audit ?? false,
    question,
    proposal,
  };
}

/** What is captured piece by piece to be decided about is told piece by piece, and is one import. */
function addImport(imports: EventOf<'items-imported'>[], event: EventOf<'items-imported'>): void {
  const at = imports.findIndex(({ importId }) => importId === event.importId);
  const known = imports[at];
  if (!known) {
    imports.push(event);
    return;
  }
  imports[at] = {
    ...known,
    added: known.added + event.added,
    duplicates: known.duplicates + event.duplicates,
    rejected: known.rejected + event.rejected,
  };
}

type Rest = Pick<
  ProjectState,
  'imports' | 'checkpointNames' | 'deletedCheckpoints' | 'rollbacks' | 'relabelling'
>;

/** Rare events: read again only when one of them, or an undo, is among the new ones. */
function readRest(ledger: Ledger, before: ProjectState | null): Rest {
  const isRare = (event: HoneEvent): boolean =>
    ['items-imported', 'rolled-back', 'undone', 'redone'].includes(event.type) ||
    event.type.startsWith('checkpoint-') ||
    event.type.startsWith('relabelling-');
  if (before && !ledger.events.slice(before.eventCount).some(isRare)) {
    const { imports, rollbacks, checkpointNames, deletedCheckpoints, relabelling } = before;
    return { imports, rollbacks, checkpointNames, deletedCheckpoints, relabelling };
  }
  const imports: EventOf<'items-imported'>[] = [];
  const rollbacks: EventOf<'rolled-back'>[] = [];
  const checkpointNames = new Map<CheckpointId, string>();
  const deletedCheckpoints = new Set<CheckpointId>();
  let relabelling: Relabelling | null = null;
  for (const event of ledger.events) {
    if (ledger.fallen.has(event.id)) continue;
    if (event.type === 'items-imported') addImport(imports, event);
    if (event.type === 'rolled-back') rollbacks.push(event);
    if (event.type === 'relabelling-opened') relabelling = { opened: event, isEnded: false };
    if (event.type === 'relabelling-ended' && relabelling?.opened.id === event.opened)
      relabelling = { ...relabelling, isEnded: true };
    if (event.type === 'checkpoint-deleted') deletedCheckpoints.add(event.checkpointId);
    if (event.type === 'checkpoint-saved' || event.type === 'checkpoint-renamed') {
      checkpointNames.set(event.checkpointId, event.name);
    }
  }
  return { imports, rollbacks, checkpointNames, deletedCheckpoints, relabelling };
}
