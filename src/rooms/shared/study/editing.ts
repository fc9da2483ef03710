/**
 * An item being edited: the text, what the model says of it now, how long it has been worked on.
 * Nothing of it is kept unless it is saved.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Proposal } from '../../../../workers/api.ts';
import type { ProjectSession } from '../../../engine/api.ts';
import type { Clock } from '../../../engine/services.ts';
import { createLive } from './live.ts';

export const EDIT_MEASURE = 'hone:edit-to-predicted';

export interface Editing {
  readonly text: ReadonlySignal<string>;
  /** The model's view of the text as it stands, or of the one just before it. */
  readonly now: ReadonlySignal<Proposal | null>;
  readonly problem: ReadonlySignal<string | null>;
  type(text: string): void;
  reset(): void;
  /** Milliseconds since the first change. */
  duration(): number;
  dispose(): void;
}

export interface EditingInput {
  readonly session: ProjectSession;
  readonly clock: Clock;
  readonly original: string;
}

export function createEditing({ session, clock, original }: EditingInput): Editing {
  const text = signal(original);
  const now = signal<Proposal | null>(null);
  const problem = signal<string | null>(null);
  let begunAt: number | null = null;
  const live = createLive(
    async ({ content }: { content: string; typedAt: number }) =>
      session.learnerClient.predictContents([{ kind: 'text', text: content }]),
    (outcome, { content, typedAt }) => {
      if (content === original && text.peek() === original) return;
      problem.value = outcome.ok ? null : outcome.error.message;
      now.value = outcome.ok ? (outcome.value[0] ?? null) : null;
      performance.measure(EDIT_MEASURE, { start: typedAt, end: performance.now() });
    },
  );
  const reset = (): void => {
    text.value = original;
    now.value = null;
    problem.value = null;
    begunAt = null;
  };
  return {
    text,
    now,
    problem,
    type(next) {
      if (next === original) return reset();
      text.value = next;
      begunAt ??= clock.now();
      live.ask({ content: next, typedAt: performance.now() });
    },
    reset,
    duration: () => (begunAt === null ? 0 : clock.now() - begunAt),
    dispose: live.dispose,
  };
}
