/** Monotonic ULIDs: sort by time, also within one millisecond and when the clock steps back. */
import { monotonicFactory } from 'ulid';
import type { AnnotatorId, DeviceId, EventId } from '../domain/records.ts';
import type { DeviceStore } from '../storage/api.ts';
import type { IdSource, Person } from './services.ts';

export function createIdSource(): IdSource {
  const next = monotonicFactory();
  return { next: () => next(), event: () => next() as EventId };
}

/** Who answers here: made up once per device, never anything that identifies a person. */
export async function loadPerson(device: DeviceStore, ids: IdSource): Promise<Person> {
  const stored = await device.get<Person>('person');
  if (stored) return stored;
  const person: Person = {
    annotator: `annotator-${ids.next()}` as AnnotatorId,
    device: `device-${ids.next()}` as DeviceId,
  };
  await device.set('person', person);
  return person;
}
