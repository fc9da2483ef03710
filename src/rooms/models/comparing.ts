/** A comparison of two versions: asked for, running, or shown with the two that made it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { CheckpointComparison } from '../../../workers/api.ts';
import type { Checkpoint, Item } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import { messageOf } from '../shared/message-of.ts';

export type Comparing =
  | { readonly step: 'idle' }
  | { readonly step: 'working' }
  | { readonly step: 'failed'; readonly message: string }
  | {
      readonly step: 'done';
      readonly a: Checkpoint;
      readonly b: Checkpoint;
      readonly result: CheckpointComparison;
      /** In the order of `result.examples`. */
      readonly items: readonly (Item | undefined)[];
    };

export interface Comparer {
  readonly state: ReadonlySignal<Comparing>;
  readonly compare: (a: Checkpoint, b: Checkpoint) => Promise<void>;
}

type ComparerSession = Pick<ProjectSession, 'learnerClient' | 'items'>;

/** The latest request wins. */
export function createComparer(session: ComparerSession): Comparer {
  const state = signal<Comparing>({ step: 'idle' });
  let latest = 0;
  const read = async (a: Checkpoint, b: Checkpoint): Promise<Comparing> => {
    try {
      const outcome = await session.learnerClient.compare(a.id, b.id);
      if (!outcome.ok) return { step: 'failed', message: outcome.error.message };
      const items = await session.items(outcome.value.examples.map((one) => one.itemId));
      return { step: 'done', a, b, result: outcome.value, items };
    } catch (error) {
      return { step: 'failed', message: messageOf(error) };
    }
  };
  return {
    state,
    async compare(a, b) {
      latest += 1;
      const mine = latest;
      state.value = { step: 'working' };
      const next = await read(a, b);
      if (mine === latest) state.value = next;
    },
  };
}
