/**
 * The state behind one studied item: what the learner says about it, which parts are picked, what
 * was done last. Session state only; what a person says goes through `session.run`.
 */
import {
  computed,
  effect,
  type ReadonlySignal,
  type Signal,
  signal,
  untracked,
} from '@preact/signals';
import type { Explanation, FeatureQuestion } from '../../../../workers/api.ts';
import type { Command } from '../../../domain/commands/index.ts';
import type { EventId, Item, ItemId } from '../../../domain/records.ts';
import type { ProjectSession } from '../../../engine/api.ts';
import type { Services } from '../../../engine/services.ts';
import type { FeaturePick, Painted } from '../../../modalities/view-contract.ts';
import { messageOf } from '../message-of.ts';
import { type Asked, createAsking } from './ask.ts';
import { createFlips, type Flips } from './flips.ts';
import { strings } from './strings.ts';

/** The last act of a person here, and the events it became. */
export interface LastAct {
  readonly said: string;
  readonly events: readonly EventId[];
}

export interface Study {
  readonly itemId: ItemId;
  /** Undefined while it is read, null when it is not on this device. */
  readonly item: ReadonlySignal<Item | null | undefined>;
  readonly problem: ReadonlySignal<string | null>;
  readonly explanation: ReadonlySignal<Asked<Explanation>>;
  readonly questions: ReadonlySignal<Asked<readonly FeatureQuestion[]>>;
  readonly flips: Flips;
  readonly picked: Signal<FeaturePick | null>;
  /** Places that were painted and of which nothing was said yet. */
  readonly painted: Signal<Painted | null>;
  readonly lastAct: ReadonlySignal<LastAct | null>;
  /** Runs a command; true when it was done. A refusal is shown. */
  act(command: Command, said: string): Promise<boolean>;
  /** Takes the newest act of the project back. */
  undo(): Promise<void>;
  dispose(): void;
}

export interface StudyInput {
  readonly session: ProjectSession;
  readonly services: Services;
  readonly itemId: ItemId;
  readonly folds: Folds;
}

/** Which sections are unfolded; kept from item to item. */
export type FoldName = 'near' | 'flips' | 'edit';
export type Folds = Signal<Readonly<Record<FoldName, boolean>>>;

export function createStudy({ session, services, itemId, folds }: StudyInput): Study {
  const { learnerClient } = session;
  const item = signal<Item | null | undefined>(undefined);
  const problem = signal<string | null>(null);
  const lastAct = signal<LastAct | null>(null);
  const explanation = createAsking(() => learnerClient.explain({ itemId }));
  const questions = createAsking(() => learnerClient.featureQuestions(itemId));
  const learned = learnedOf(session);
  const flips = createFlips({
    itemId,
    learned,
    isOpen: () => folds.value.flips,
    search: (query) => learnerClient.counterfactuals(query),
  });
  session.item(itemId).then(
    (found) => {
      item.value = found ?? null;
    },
    (error: unknown) => {
      problem.value = messageOf(error);
    },
  );
  const stopAsking = effect(() => {
    if (learned.value === null) return;
    untracked(() => void explanation.ask());
    untracked(() => void questions.ask());
  });
  return {
    itemId,
    item,
    problem,
    explanation: explanation.asked,
    questions: questions.asked,
    flips,
    picked: signal(null),
    painted: signal(null),
    lastAct,
    async act(command, said) {
      const outcome = await session.run(command);
      if (!outcome.ok) {
        services.notify({ tone: 'bad', text: outcome.error.message });
        return false;
      }
      lastAct.value = { said, events: outcome.value.map(({ id }) => id) };
      return true;
    },
    async undo() {
      const outcome = await session.run({ type: 'undo' });
      if (!outcome.ok) return services.notify({ tone: 'bad', text: outcome.error.message });
      lastAct.value = { said: strings.did.undone, events: outcome.value.map(({ id }) => id) };
    },
    dispose() {
      stopAsking();
      for (const one of [explanation, questions, flips]) one.dispose();
    },
  };
}

/** Names what the model has learned. A model that is not open yet is not asked. */
function learnedOf(session: ProjectSession): ReadonlySignal<string | null> {
  return computed(() => {
    const { phase, learnedUpTo } = session.learner.value;
    return phase === 'ready' || phase === 'learning' ? `up to ${learnedUpTo}` : null;
  });
}
