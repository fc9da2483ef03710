/** Events for tests: ids ascend in the order they are made. */

import { defineClasses } from '../../../src/domain/classes.ts';
import { type Command, decide } from '../../../src/domain/commands/index.ts';
import type { HoneEvent } from '../../../src/domain/events.ts';
import type {
  AnnotatorId,
  ClassId,
  DeviceId,
  EventId,
  ItemId,
  LabelMode,
  ProjectId,
} from '../../../src/domain/records.ts';
import { applyEvents, foldEvents, type ProjectState } from '../../../src/domain/state.ts';
import { digest } from '../../../src/modalities/content-hash.ts';

export const PROJECT = 'p1' as ProjectId;
export const A = 'class-a' as ClassId;
export const B = 'class-b' as ClassId;
export const C = 'class-c' as ClassId;
export const item = (n: number): ItemId => `item-${n}` as ItemId;

export interface Journal {
  readonly events: HoneEvent[];
  state: () => ProjectState;
  run: (command: Command) => readonly HoneEvent[];
  refusal: (command: Command) => string;
  answer: (n: number, classes: readonly ClassId[], audit?: boolean) => EventId;
}

export function startJournal(mode: LabelMode = 'single'): Journal {
  let count = 0;
  const events: HoneEvent[] = [];
  let state: ProjectState | null = null;
  const context = {
    newId: () => String(++count).padStart(6, '0') as EventId,
    now: 1_000,
    by: 'me' as AnnotatorId,
    device: 'here' as DeviceId,
    digest,
  };
  const run = (command: Command): readonly HoneEvent[] => {
    const decision = decide(state, command, { ...context, now: 1_000 + count });
    if (!decision.ok) throw new Error(decision.refusal);
    events.push(...decision.events);
    state = state ? applyEvents(state, decision.events) : foldEvents(decision.events);
    return decision.events;
  };
  const classes = defineClasses([
    { id: A, name: 'apple' },
    { id: B, name: 'banana' },
    { id: C, name: 'cherry' },
  ]);
  run({
    type: 'create-project',
    projectId: PROJECT,
    name: 'Fruit',
    modality: 'text',
    mode,
    classes,
    seed: 7,
  });
  return {
    events,
    run,
    state: () => state as ProjectState,
    refusal(command) {
      const decision = decide(state, command, context);
      if (decision.ok) throw new Error(`${command.type} was not refused`);
      return decision.refusal;
    },
    answer(n, own, audit = false) {
      const question = {
        strategy: 'margin',
        model: null,
        checkpoint: null,
        score: 1,
        probability: 1,
        audit,
        poolSize: 9,
      };
      const [event] = run({
        type: 'answer-item',
        itemId: item(n),
        classes: own,
        durationMs: 2_000,
        question,
        proposal: null,
      });
      return (event as HoneEvent).id;
    },
  };
}
