/**
 * Items that a person is asked about next, before all other questions, because something spoke for it: a
 * drift alarm. They were picked for what is odd about them, so what is answered is learned and measures
 * nothing. Kept as events: a reload, another tab or another device goes on where one stopped.
 */

import { sameClasses } from '../classes.ts';
import type { EventOf } from '../events.ts';
import type { ClassId, EventId, ItemId } from '../records.ts';
import type { ItemLabel, ProjectState } from '../state.ts';

export type RelabellingCause = 'drift';

/** In place of a strategy, where a question was asked in such a round. */
export const RELABELLING = 'drift-relabelling';

/** The newest round, going on or over. */
export interface Relabelling {
  readonly opened: EventOf<'relabelling-opened'>;
  /** The person ended it before all were answered. */
  readonly isEnded: boolean;
}

export interface RelabellingProgress {
  readonly all: number;
  /** Items decided on since it was opened, in the order of the round. */
  readonly done: readonly ItemLabel[];
  /** Still to be asked; none once it was ended. */
  readonly left: readonly ItemId[];
}

/** Null before the first round. */
export function relabellingProgress({
  relabelling,
  labels,
}: Pick<ProjectState, 'relabelling' | 'labels'>): RelabellingProgress | null {
  if (!relabelling) return null;
  const { id, itemIds } = relabelling.opened;
  const isDone = (label: ItemLabel | undefined): label is ItemLabel =>
    label !== undefined && isAfter(label.eventId, id);
  const done = itemIds.map((itemId) => labels.get(itemId)).filter(isDone);
  const left = relabelling.isEnded ? [] : itemIds.filter((itemId) => !isDone(labels.get(itemId)));
  return { all: itemIds.length, done, left };
}

const isAfter = (a: EventId, b: EventId): boolean => a > b;

export interface RelabellingOutcome {
  readonly answered: number;
  /** Skipped, or marked as unsure. */
  readonly passed: number;
  /** Of those where the model had an answer when they were asked: how often it was the person's. */
  readonly agreed: number;
  readonly compared: number;
  /** Answers by class, most frequent first. */
  readonly classes: readonly { readonly classId: ClassId; readonly count: number }[];
}

export function relabellingOutcome({ done }: RelabellingProgress): RelabellingOutcome {
  const answers = done.filter(({ kind }) => kind === 'answered');
  const compared = answers.filter(({ proposal }) => proposal !== null);
  const counts = new Map<ClassId, number>();
  for (const { classes } of answers)
    for (const id of classes) counts.set(id, (counts.get(id) ?? 0) + 1);
  return {
    answered: answers.length,
    passed: done.length - answers.length,
    agreed: compared.filter(({ classes, proposal }) =>
      sameClasses(classes, proposal?.classes ?? []),
    ).length,
    compared: compared.length,
    classes: [...counts]
      .map(([classId, count]) => ({ classId, count }))
      .sort((a, b) => b.count - a.count),
  };
}
