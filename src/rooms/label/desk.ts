/**
 * The state of the desk: the item on show, what is being chosen, what was decided last. Session
 * state only; every decision goes through `session.run` and is durable before the next question.
 */

import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Question } from '../../../workers/api.ts';
import { budgetLeft } from '../../domain/budget.ts';
import type { Command } from '../../domain/commands/index.ts';
import { proposalTiming } from '../../domain/explanation/proposal-timing.ts';
import { standingFeedback } from '../../domain/explanation/standing-feedback.ts';
import { relabellingProgress } from '../../domain/oversight/relabelling.ts';
import type { ClassId, EventId, Item, ItemId, QuestionRecord } from '../../domain/records.ts';
import { isRepeatable, repeatRecord } from '../../domain/repeats.ts';
import { eventsUndoneBy, history } from '../../domain/state.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import { isMeasuring } from './blind.ts';
import { measurePaint } from './painted.ts';
import { inTurn, pickQuestion } from './pick.ts';
import { beginSpell, extendSpell, postpone, type Spell } from './rest.ts';
import type { LastDecision } from './sentences.ts';
import { createStopwatch } from './stopwatch.ts';
import { strings } from './strings.ts';

/** Questions whose items are read before they are asked; each may lie in a stretch of its own on the disk. */
const READ_AHEAD = 3;

export interface OnShow {
  readonly item: Item;
  /** Null when the person opened the item. */
  readonly question: Question | null;
}

export type DecisionKind = LastDecision['kind'];

export interface LastOnDesk extends LastDecision {
  readonly itemId: ItemId;
  readonly eventId: EventId | null;
}

export interface Desk {
  readonly onShow: ReadonlySignal<OnShow | null>;
  readonly chosen: ReadonlySignal<ReadonlySet<ClassId>>;
  readonly last: ReadonlySignal<LastOnDesk | null>;
  readonly isSaving: ReadonlySignal<boolean>;
  /** The item on show was painted and may be answered. */
  readonly isReady: ReadonlySignal<boolean>;
  readonly spell: ReadonlySignal<Spell>;
  readonly begunAt: number;
  decide(kind: DecisionKind, classes: readonly ClassId[]): Promise<void>;
  toggle(id: ClassId): void;
  open(id: ItemId): Promise<void>;
  /** -1: the decision before; 1: the one after, and at the end the question. */
  walk(step: -1 | 1): Promise<void>;
  toQuestions(): void;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** The item on show was painted. */
  painted(): void;
  postponeRest(minutes: number): void;
  dispose(): void;
}

export function createDesk(session: ProjectSession, services: Services): Desk {
  const { clock } = services;
  const onShow = signal<OnShow | null>(null);
  const chosen = signal<ReadonlySet<ClassId>>(new Set());
  const last = signal<Desk['last']['value']>(null);
  const isSaving = signal(false);
  const spell = signal(beginSpell(clock.now()));
  const watch = createStopwatch();
  const begunAt = clock.now();
  /** Decided here but perhaps not yet left out by the learner. */
  const justDecided = new Set<ItemId>();
  const isReady = signal(false);
  let inputAt: number | null = null;
  let generation = 0;
  let isPersistenceAsked = false;

  const show = async (id: ItemId, question: Question | null): Promise<void> => {
    const own = ++generation;
    const item = session.itemAtHand(id) ?? (await session.item(id));
    if (own !== generation) return; // A later choice has overtaken this one.
    if (!item) return services.notify({ tone: 'bad', text: `Item ${id} is not on this device.` });
    batch(() => {
      isReady.value = false;
      chosen.value = new Set(question ? [] : (session.state.value.labels.get(id)?.classes ?? []));
      onShow.value = { item, question };
    });
    session.claim(id);
  };
  const next = (): void => {
    const isSpent = budgetLeft(session.state.value)?.isReached ?? false;
    const round = relabellingProgress(session.state.value)?.left ?? [];
    const question = pickQuestion({
      queue: isSpent ? [] : inTurn(session.learner.value.queue, round),
      isDecided: (id) => session.state.value.labels.has(id),
      isRepeatable: (id) => isRepeatable(session.state.value, id),
      claimedElsewhere: session.claimedElsewhere.value,
      exclude: justDecided,
    });
    if (question) return void show(question.itemId, question);
    generation += 1;
    session.claim(null);
    onShow.value = null;
  };

  const decide: Desk['decide'] = async (kind, classes) => {
    const shown = onShow.value;
    if (!shown || isSaving.value || !isReady.value) return; // Never answer what was not seen.
    isSaving.value = true;
    inputAt = globalThis.event?.timeStamp ?? performance.now();
    const { item, question } = shown;
    const timing = proposalTiming(session.state.value, item.id, isMeasuring(question?.record));
    const proposal = question?.proposal ?? null;
    const common = {
      itemId: item.id,
      durationMs: watch.read(clock.now()),
      question: question?.record ?? null,
      proposal: proposal && {
        classes: proposal.classes,
        probability: proposal.probability,
        shown: timing,
        model: question?.record.model ?? null,
      },
    };
    const command: Command =
      kind === 'answered'
        ? { type: 'answer-item', classes, ...common }
        : { type: kind === 'skipped' ? 'skip-item' : 'mark-unsure', ...common };
    const outcome = await session.run(command, ([event]) => {
      isSaving.value = false;
      isReady.value = false; // The next key belongs to the next item.
      justDecided.add(item.id);
      const shownProposal = timing === 'never' ? null : proposal;
      const eventId = event?.id ?? null;
      last.value = { itemId: item.id, kind, classes, eventId, proposal: shownProposal };
      spell.value = extendSpell(spell.value, clock.now());
      next();
    });
    isSaving.value = false;
    if (!outcome.ok) return services.notify({ tone: 'bad', text: outcome.error.message });
    if (!isPersistenceAsked) void services.storage.requestPersistence();
    isPersistenceAsked = true;
  };

  const reopen = async (run: 'undo' | 'redo'): Promise<void> => {
    const { canUndo, canRedo, project } = session.state.value;
    const target = run === 'undo' ? canUndo : canRedo;
    const feedback = standingFeedback(session.state.value).ids.join();
    const outcome = await session.run({ type: run });
    if (!outcome.ok) return services.notify({ tone: 'plain', text: outcome.error.message });
    const isFeedback = standingFeedback(session.state.value).ids.join() !== feedback;
    if (isFeedback && session.state.value.project === project) {
      // What was said of words or edits leaves the question where it is.
      return services.notify({ tone: 'plain', text: strings.takenBack[run] });
    }
    const act = new Set(target ? eventsUndoneBy(session.state.value, target) : []);
    const entries = history(session.state.value).filter(({ eventId }) => act.has(eventId));
    for (const { itemId } of entries) justDecided.delete(itemId);
    last.value = null;
    const [entry, another] = entries;
    const repeat = entry && repeatRecord(session.state.value, entry.eventId);
    if (another)
      services.notify({ tone: 'plain', text: strings.takenBackMany[run](entries.length) });
    if (entry && !another && run === 'undo')
      await show(entry.itemId, repeat ? askAgain(entry.itemId, repeat) : null);
    else next();
  };
  const walk: Desk['walk'] = async (step) => {
    const standing = history(session.state.value).filter(({ stands }) => stands);
    const at = standing.findLastIndex(({ itemId }) => itemId === onShow.value?.item.id);
    const isPicked = onShow.value?.question === null;
    const target =
      standing[isPicked && at >= 0 ? at + step : step < 0 ? standing.length - 1 : standing.length];
    if (target) await show(target.itemId, null);
    else if (step > 0) next();
  };

  // The queue changed: fetch its items ahead of time, and fill an empty desk.
  const stopFilling = effect(() => {
    const { queue } = session.learner.value;
    void session.items(queue.slice(0, READ_AHEAD).map(({ itemId }) => itemId));
    if (onShow.peek() === null && queue.length > 0) queueMicrotask(next);
  });
  // Another tab had taken this question first: it keeps it, and something else is asked here.
  const stopYielding = effect(() => {
    const taken = session.claimedElsewhere.value;
    const shown = onShow.peek();
    if (shown?.question && taken.has(shown.item.id)) queueMicrotask(next);
  });
  const onVisibility = (): void => {
    if (document.hidden) watch.pause(clock.now());
    else watch.resume(clock.now());
  };
  document.addEventListener('visibilitychange', onVisibility);

  return {
    onShow: computed(() => onShow.value),
    chosen,
    last,
    isSaving,
    isReady,
    spell,
    begunAt,
    decide,
    walk,
    toggle(id) {
      const set = new Set(chosen.value);
      if (!set.delete(id)) set.add(id);
      chosen.value = set;
    },
    open: (id) => show(id, null),
    toQuestions: next,
    undo: () => reopen('undo'),
    redo: () => reopen('redo'),
    painted() {
      if (isReady.value) return;
      isReady.value = true;
      watch.start(clock.now());
      if (inputAt !== null) measurePaint(inputAt);
      inputAt = null;
    },
    postponeRest(minutes) {
      spell.value = postpone(spell.value, clock.now(), minutes);
    },
    dispose() {
      stopFilling();
      stopYielding();
      document.removeEventListener('visibilitychange', onVisibility);
      session.claim(null);
    },
  };
}

/** A repeat that was taken back comes up as it did: its earlier answer is still not told. */
function askAgain(itemId: ItemId, record: QuestionRecord): Question {
  return { itemId, record, why: { kind: 'audit' }, proposal: null };
}
