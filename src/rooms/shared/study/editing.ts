/**
 * An item being edited: its content, what the model says of it now, how long it has been worked on.
 * Nothing of it is kept unless it is saved.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Proposal } from '../../../../workers/api.ts';
import { contentKey } from '../../../domain/content.ts';
import type { ItemContent } from '../../../domain/records.ts';
import type { ProjectSession } from '../../../engine/api.ts';
import type { Clock } from '../../../engine/services.ts';
import { createLive } from './live.ts';

export const EDIT_MEASURE = 'hone:edit-to-predicted';

export interface Editing {
  readonly content: ReadonlySignal<ItemContent>;
  readonly isChanged: ReadonlySignal<boolean>;
  /** The model's view of the content as it stands, or of the one just before it. */
  readonly now: ReadonlySignal<Proposal | null>;
  readonly problem: ReadonlySignal<string | null>;
  change(content: ItemContent): void;
  reset(): void;
  /** Milliseconds since the first change. */
  duration(): number;
  dispose(): void;
}

export interface EditingInput {
  readonly session: ProjectSession;
  readonly clock: Clock;
  readonly original: ItemContent;
}

export function createEditing({ session, clock, original }: EditingInput): Editing {
  const content = signal(original);
  const isSame = (one: ItemContent): boolean => contentKey(one) === contentKey(original);
  const now = signal<Proposal | null>(null);
  const problem = signal<string | null>(null);
  let begunAt: number | null = null;
  const live = createLive(
    async ({ asked }: { asked: ItemContent; typedAt: number }) =>
      session.learnerClient.predictContents([asked]),
    (outcome, { typedAt }) => {
      if (isSame(content.peek())) return;
      problem.value = outcome.ok ? null : outcome.error.message;
      now.value = outcome.ok ? (outcome.value[0] ?? null) : null;
      performance.measure(EDIT_MEASURE, { start: typedAt, end: performance.now() });
    },
  );
  const reset = (): void => {
    content.value = original;
    now.value = null;
    problem.value = null;
    begunAt = null;
  };
  return {
    content,
    isChanged: computed(() => !isSame(content.value)),
    now,
    problem,
    change(next) {
      if (isSame(next)) return reset();
      content.value = next;
      begunAt ??= clock.now();
      live.ask({ asked: next, typedAt: performance.now() });
    },
    reset,
    duration: () => (begunAt === null ? 0 : clock.now() - begunAt),
    dispose: live.dispose,
  };
}
