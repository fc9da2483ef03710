/** What a roll-back would take out of the model. Pure. */
import type { EventId } from '../../domain/records.ts';
import { type ProjectState, trainingAnswers } from '../../domain/state.ts';

/** Answers the model learns from now and would not after a roll-back to `upTo`. */
export const countSetAside = (state: ProjectState, upTo: EventId | null): number =>
  trainingAnswers(state).filter((answer) => upTo === null || answer.eventId > upTo).length;
