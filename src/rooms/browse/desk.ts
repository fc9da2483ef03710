/** The room's hold on its worker: reads the items, asks again when anything changed, the latest question wins. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { BrowseAnswer, BrowseIndex } from '../../../workers/api.ts';
import type { BrowseFilter } from '../../domain/browse/filter.ts';
import type { ItemId } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import { createScoreFeed } from './score-feed.ts';

/** Many answers in a row are one question. */
const PAUSE_MS = 150;

export interface Shown {
  readonly answer: BrowseAnswer;
  /** The conditions that made it. */
  readonly filter: BrowseFilter;
}

export interface BrowseDesk {
  readonly index: ReadonlySignal<BrowseIndex | null>;
  readonly reading: ReadonlySignal<{ readonly read: number; readonly total: number } | null>;
  readonly shown: ReadonlySignal<Shown | null>;
  readonly isAsking: ReadonlySignal<boolean>;
  readonly problem: ReadonlySignal<string | null>;
  /** Labels behind the model whose answers are shown; 0 = it has none. */
  readonly trainedOn: ReadonlySignal<number>;
  idAt(row: number): ItemId;
  ask(filter: BrowseFilter): void;
  dispose(): void;
}

export function createBrowseDesk(services: Services, session: ProjectSession): BrowseDesk {
  const client = services.openBrowse();
  const index = signal<BrowseIndex | null>(null);
  const reading = signal<{ read: number; total: number } | null>(null);
  const shown = signal<Shown | null>(null);
  const isAsking = signal(false);
  const problem = signal<string | null>(null);
  const trainedOn = signal(0);
  const decoder = new TextDecoder();
  let wanted: BrowseFilter | null = null;
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const askNow = async (): Promise<void> => {
    if (!wanted || !index.peek()) return;
    latest += 1;
    const [mine, filter] = [latest, wanted];
    isAsking.value = true;
    const events = session.state.peek().eventCount;
    const outcome = await client.ask({ filter, events, scores: scores.take() });
    if (mine !== latest) return;
    isAsking.value = false;
    problem.value = outcome.ok ? null : outcome.error.message;
    if (outcome.ok) shown.value = { answer: outcome.value, filter };
  };
  const askSoon = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void askNow(), PAUSE_MS);
  };

  const scores = createScoreFeed(session, (labels) => {
    trainedOn.value = labels;
    askSoon();
  });

  const read = async (): Promise<void> => {
    const outcome = await client.open(session.id, (done, total) => {
      reading.value = { read: done, total };
    });
    reading.value = null;
    if (!outcome.ok) {
      problem.value = outcome.error.message;
      return;
    }
    index.value = outcome.value;
    await askNow();
  };

  const stopItems = effect(() => {
    void session.itemCount.value;
    void read();
  });
  const stopEvents = effect(() => {
    void session.state.value.eventCount;
    askSoon();
  });

  return {
    index,
    reading,
    shown,
    isAsking,
    problem,
    trainedOn,
    idAt(row) {
      const { idBytes, idOffsets } = index.peek() as BrowseIndex;
      return decoder.decode(idBytes.subarray(idOffsets[row], idOffsets[row + 1])) as ItemId;
    },
    ask(filter) {
      wanted = filter;
      void askNow();
    },
    dispose() {
      stopItems();
      stopEvents();
      scores.dispose();
      if (timer !== null) clearTimeout(timer);
      client.dispose();
    },
  };
}
