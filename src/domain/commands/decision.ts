/** Common ground of the commands: what a decision is and how events are made. */
import type { EventBody, HoneEvent } from '../events.ts';
import type { ChainHead, Digest } from '../oversight/chain.ts';
import type { AnnotatorId, DeviceId, EventId, ProjectId } from '../records.ts';

export interface CommandContext {
  readonly newId: () => EventId;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly by: AnnotatorId;
  readonly device: DeviceId;
  /** SHA-256 of a text, hex: links the entries of the decision log. */
  readonly digest: Digest;
  /** Where this device's decision log ended when it was last written to, as remembered apart from it. */
  readonly logEnd?: ChainHead | undefined;
}

export type Decision =
  | { readonly ok: true; readonly events: readonly HoneEvent[] }
  /** `refusal` is what the person reads. */
  | { readonly ok: false; readonly refusal: string };

export function accept(
  projectId: ProjectId,
  context: CommandContext,
  ...bodies: readonly EventBody[]
): Decision {
  const { newId, now, by, device } = context;
  const events = bodies.map((body) => ({
    ...body,
    id: newId(),
    projectId,
    at: now,
    by,
    device,
  }));
  return { ok: true, events: events as readonly HoneEvent[] };
}

/** One act of the person that made several events: they are undone and redone together. */
export function asOneAct(events: readonly HoneEvent[]): readonly HoneEvent[] {
  const [first] = events;
  if (!first || events.length === 1) return events;
  return events.map((event) => ({ ...event, batch: first.id }));
}

export function refuse(refusal: string): Decision {
  return { ok: false, refusal };
}
