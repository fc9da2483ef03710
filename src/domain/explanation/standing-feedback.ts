/**
 * The feedback that counts: marks, edits and judgements that were neither undone nor withdrawn, and
 * that nothing newer about the same thing has replaced. A fold: withdrawing the newer one brings
 * the older one back, as if the newer had never been.
 */
import { contentKey } from '../content.ts';
import type { EventOf } from '../events.ts';
import type { ClassId, EventId, ItemContent } from '../records.ts';
import { activeClasses, resolveClass } from '../selectors.ts';
import type { ProjectState } from '../state.ts';
import { featureKey } from './feature.ts';
import type { Gesture } from './gestures.ts';

type MarkEvent = EventOf<'feature-marked'>;
type RegionEvent = EventOf<'region-marked'>;
type EditEvent = EventOf<'edit-saved'>;
export type JudgedEvent = EventOf<'counterfactual-judged'>;
export type FeedbackEvent = MarkEvent | RegionEvent | EditEvent | JudgedEvent;

export interface StandingFeedback {
  /** In event order; classes resolved through merges, those not in use left out. */
  readonly marks: readonly MarkEvent[];
  readonly regions: readonly RegionEvent[];
  readonly edits: readonly EditEvent[];
  readonly judgements: readonly JudgedEvent[];
  readonly ids: readonly EventId[];
}

/** With `until`: what would stand had nothing been said after that event (but for what was taken back). */
export function standingFeedback(state: ProjectState, until?: EventId): StandingFeedback {
  const all = saidFeedback(state);
  const standing = until === undefined ? all : all.filter(({ id }) => id <= until);
  const marks = newestMarks(state, ofType(standing, 'feature-marked'));
  const regions = newestByContent(ofType(standing, 'region-marked').flatMap(inUse(state)));
  const edits = newestByContent(ofType(standing, 'edit-saved'));
  const judgements = newestByContent(ofType(standing, 'counterfactual-judged'));
  const ids = [...marks, ...regions, ...edits, ...judgements].map(({ id }) => id);
  return { marks, regions, edits, judgements, ids };
}

/** All that was said and not taken back, be it replaced by something newer or not. */
export function saidFeedback(state: ProjectState): readonly FeedbackEvent[] {
  const { ledger } = state;
  const withdrawn = new Set<EventId>();
  for (const event of ledger.feedback) {
    if (event.type === 'feedback-withdrawn' && !ledger.fallen.has(event.id))
      for (const target of event.targets) withdrawn.add(target);
  }
  return ledger.feedback.filter(
    (event): event is FeedbackEvent =>
      event.type !== 'feedback-withdrawn' &&
      !ledger.fallen.has(event.id) &&
      !withdrawn.has(event.id) &&
      !isSetAside(state, event.id),
  );
}

export function gestureOf(event: FeedbackEvent): Gesture {
  if (event.type === 'edit-saved') return 'edit';
  if (event.type === 'counterfactual-judged') return 'judged';
  if (event.type === 'region-marked') return `region-${event.stance}`;
  return event.stance === 'irrelevant' || event.stance === 'later' ? 'word-irrelevant' : 'word-for';
}

function ofType<T extends FeedbackEvent['type']>(
  events: readonly FeedbackEvent[],
  type: T,
): readonly Extract<FeedbackEvent, { type: T }>[] {
  return events.filter((one): one is Extract<FeedbackEvent, { type: T }> => one.type === type);
}

/**
 * Of one feature the newest mark per class stands; "irrelevant" replaces all that was said for and
 * against, and any of those replaces "irrelevant". "Later" only ever replaces another "later".
 */
function newestMarks(state: ProjectState, marks: readonly MarkEvent[]): readonly MarkEvent[] {
  const active = new Set<ClassId>(activeClasses(state.project).map(({ id }) => id));
  const byFeature = new Map<string, MarkEvent[]>();
  for (const event of marks) {
    const classId = event.classId && resolveClass(state.project, event.classId);
    if (classId && !active.has(classId)) continue;
    const mark = { ...event, classId };
    const key = featureKey(mark.feature);
    const kept = (byFeature.get(key) ?? []).filter((old) => !replaces(mark, old));
    byFeature.set(key, [...kept, mark]);
  }
  return [...byFeature.values()].flat().sort((a, b) => (a.id < b.id ? -1 : 1));
}

function replaces(mark: MarkEvent, old: MarkEvent): boolean {
  if (mark.stance === 'later' || old.stance === 'later') return mark.stance === old.stance;
  if (mark.stance === 'irrelevant' || old.stance === 'irrelevant') return true;
  return mark.classId === old.classId;
}

function newestByContent<T extends RegionEvent | EditEvent | JudgedEvent>(
  events: readonly T[],
): readonly T[] {
  const keyOf = (event: T): string => `${event.itemId}\n${contentKey(copyOf(event))}`;
  const newest = new Map(events.map((event) => [keyOf(event), event.id]));
  return events.filter((event) => newest.get(keyOf(event)) === event.id);
}

/** The content that an act is about beside the item's own. */
function copyOf(event: RegionEvent | EditEvent | JudgedEvent): ItemContent {
  return event.type === 'region-marked' ? event.without : event.content;
}

/** Places said to be evidence of a class that is no longer in use say nothing. */
function inUse({ project }: ProjectState): (event: RegionEvent) => readonly RegionEvent[] {
  const active = new Set<ClassId>(activeClasses(project).map(({ id }) => id));
  return (event) => {
    const classId = event.classId && resolveClass(project, event.classId);
    return classId === null || active.has(classId) ? [{ ...event, classId }] : [];
  };
}

/** A roll-back sets feedback aside as it does answers. */
function isSetAside(state: ProjectState, eventId: EventId): boolean {
  return state.rollbacks.some(
    (rollback) => eventId < rollback.id && (rollback.upTo === null || eventId > rollback.upTo),
  );
}
