/** Questions asked of a `ProjectState`. */
import { eventsOfAct } from './fold/undo-stacks.ts';
import { median } from './math/statistics.ts';
import type { AnnotatorId, ClassDefinition, ClassId, EventId, ItemId, Project } from './records.ts';
import type { HistoryEntry, ItemLabel, ProjectState } from './state.ts';

/** Follows merges to the class that stands for this one now. Cycles end where they began. */
export function resolveClass({ classes }: Pick<Project, 'classes'>, id: ClassId): ClassId {
  const seen = new Set<ClassId>();
  let current = id;
  for (;;) {
    seen.add(current);
    const next = classes.find((one) => one.id === current)?.mergedInto;
    if (!next || seen.has(next)) return current;
    current = next;
  }
}

/** Classes that are offered and learned: neither retired nor merged away, in the order defined. */
export function activeClasses(project: Project): readonly ClassDefinition[] {
  return project.classes.filter((one) => !one.retired && one.mergedInto === null);
}

export interface TrainingAnswer {
  readonly itemId: ItemId;
  readonly classes: readonly ClassId[];
  readonly eventId: EventId;
}

/**
 * Answers the model learns from, in event order: standing, not held out for the audit, not set
 * aside by a roll-back, and with a class that is still learned (multi-label: none is an answer).
 */
export function trainingAnswers(state: ProjectState): readonly TrainingAnswer[] {
  return answers(state).filter((label) => !label.audit && !isSetAside(state, label.eventId));
}

/** Answers to questions drawn at random, which measure quality and are never learned. */
export function auditAnswers(state: ProjectState): readonly TrainingAnswer[] {
  return answers(state).filter((label) => label.audit);
}

function answers(state: ProjectState): readonly ItemLabel[] {
  const active = new Set(activeClasses(state.project).map((one) => one.id));
  const result: ItemLabel[] = [];
  for (const event of state.ledger.decisionOrder) {
    const label = state.labels.get(event.itemId);
    if (label?.eventId !== event.id || label.kind !== 'answered') continue;
    const classes = label.classes.filter((id) => active.has(id));
    const isAnswer =
      classes.length > 0 || (state.project.mode === 'multi' && label.classes.length === 0);
    if (isAnswer) result.push({ ...label, classes });
  }
  return result;
}

function isSetAside(state: ProjectState, eventId: EventId): boolean {
  return state.rollbacks.some(
    (rollback) => eventId < rollback.id && (rollback.upTo === null || eventId > rollback.upTo),
  );
}

/** Decisions on items in the order they were made, standing or undone. */
export function history(state: ProjectState): readonly HistoryEntry[] {
  return state.ledger.decisionOrder.map((event) => toEntry(state, event));
}

/** The newest `count` decisions, newest first; costs what it returns. */
export function recentHistory(state: ProjectState, count: number): readonly HistoryEntry[] {
  return state.ledger.decisionOrder
    .slice(-count)
    .reverse()
    .map((event) => toEntry(state, event));
}

function toEntry(
  state: ProjectState,
  event: ProjectState['ledger']['decisionOrder'][number],
): HistoryEntry {
  const { id, itemId, at } = event;
  return { eventId: id, itemId, at, stands: !state.ledger.fallen.has(id) };
}

/** The events that this act made: those that one undo takes back together. */
export function eventsUndoneBy(state: ProjectState, act: EventId): readonly EventId[] {
  return eventsOfAct(state.ledger.stacks, act);
}

/** Whether what this event says is taken back at present. */
export function isTakenBack(state: ProjectState, eventId: EventId): boolean {
  return state.ledger.fallen.has(eventId);
}

export interface Progress {
  readonly answered: number;
  readonly skipped: number;
  readonly unsure: number;
  readonly audits: number;
  /** Decisions ever made, undone ones included: the index of the next question. */
  readonly decisions: number;
}

export function progress(state: ProjectState): Progress {
  const counts = { answered: 0, skipped: 0, unsure: 0, audits: 0 };
  for (const label of state.labels.values()) {
    counts[label.kind] += 1;
    if (label.kind === 'answered' && label.audit) counts.audits += 1;
  }
  return { ...counts, decisions: state.ledger.decisionOrder.length };
}

export interface SessionFigures {
  readonly answers: number;
  /** Median seconds per answer, or null before the first. */
  readonly secondsPerAnswer: number | null;
}

/** Standing answers since a moment (milliseconds since the epoch), by one person or by anyone. */
export function sessionOf(state: ProjectState, since: number, by?: AnnotatorId): SessionFigures {
  const durations: number[] = [];
  for (let i = state.ledger.decisionOrder.length - 1; i >= 0; i--) {
    const event = state.ledger.decisionOrder[i];
    if (!event || event.at < since) break;
    const isMine = by === undefined || event.by === by;
    const stands = !state.ledger.fallen.has(event.id);
    if (event.type === 'answered' && isMine && stands) durations.push(event.durationMs);
  }
  const answersCount = durations.length;
  return {
    answers: answersCount,
    secondsPerAnswer: toSeconds(median(durations)),
  };
}

/** Median seconds per standing answer over the whole project, or null before the first. */
export function secondsPerAnswer(state: ProjectState): number | null {
  return sessionOf(state, Number.NEGATIVE_INFINITY).secondsPerAnswer;
}

function toSeconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / 1000;
}

/** Standing answers per active class, after merges. */
export function classCounts(state: ProjectState): ReadonlyMap<ClassId, number> {
  const counts = new Map<ClassId, number>();
  for (const label of state.labels.values()) {
    if (label.kind !== 'answered') continue;
    for (const id of label.classes) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
