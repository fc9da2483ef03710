/** Just enough services to import and decide without a browser: real domain, events in an array. */
import { signal } from '@preact/signals';
import type { HoneEvent } from '../../../../src/domain/events.ts';
import type { AnnotatorId, DeviceId, EventId, ProjectId } from '../../../../src/domain/records.ts';
import type { Importer } from '../../../../src/engine/api.ts';
import type { Services } from '../../../../src/engine/services.ts';
import type { Storage } from '../../../../src/storage/api.ts';

export interface MemoryServices {
  readonly services: Services;
  readonly events: Map<ProjectId, HoneEvent[]>;
  readonly removed: ProjectId[];
}

export function memoryServices(importer: Partial<Importer>): MemoryServices {
  const events = new Map<ProjectId, HoneEvent[]>();
  const removed: ProjectId[] = [];
  const storage = {
    events: {
      append: async (fresh: readonly HoneEvent[]) => {
        for (const event of fresh) {
          events.set(event.projectId, [...(events.get(event.projectId) ?? []), event]);
        }
      },
      of: async (id: ProjectId) => events.get(id) ?? [],
    },
    projects: {
      remove: async (id: ProjectId) => {
        removed.push(id);
        events.delete(id);
      },
    },
  } as unknown as Storage;
  let last = 0;
  const next = (): string => String(++last).padStart(26, '0');
  const services = {
    storage,
    importer: importer as Importer,
    clock: { now: () => 1_000 },
    ids: { next, event: () => next() as EventId },
    person: { annotator: 'me' as AnnotatorId, device: 'here' as DeviceId },
    handover: signal(null),
  } as unknown as Services;
  return { services, events, removed };
}
