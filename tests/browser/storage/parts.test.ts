/** One act of a person that goes to the disk in parts. */
import { expect, it } from 'vitest';
import { decide } from '../../../src/domain/commands/index.ts';
import type {
  AnnotatorId,
  DeviceId,
  EventId,
  ItemId,
  ProjectId,
} from '../../../src/domain/records.ts';
import { foldEvents } from '../../../src/domain/state.ts';
import { digest } from '../../../src/modalities/content-hash.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { openStorage } from '../../../src/storage/index.ts';
import { FINE, freshName, makeProject, ulid } from '../make.ts';

async function answered(storage: Storage, projectId: ProjectId): Promise<number | undefined> {
  return (await storage.projects.get(projectId))?.summary.answered;
}

it('the row of the project is true after the last part, and after its undo', async () => {
  const storage = await openStorage({ name: freshName() });
  const projectId = await makeProject(storage);
  const context = {
    newId: () => ulid() as EventId,
    now: 1_000,
    by: 'me' as AnnotatorId,
    device: 'here' as DeviceId,
    digest,
  };
  // More than is folded at once.
  const itemIds = Array.from({ length: 2_500 }, (_, n) => `item-${n}` as ItemId);
  const press = { type: 'answer-items', itemIds, classes: [FINE], durationMs: 1 } as const;
  const state = foldEvents(await storage.events.of(projectId));
  const decision = decide(state, press, context);
  if (!decision.ok) throw new Error(decision.refusal);
  await storage.events.append(decision.events.slice(0, 2_000), 'more');
  await storage.events.append(decision.events.slice(2_000), 'last');
  expect(await answered(storage, projectId)).toBe(2_500);

  const undo = decide(foldEvents(await storage.events.of(projectId)), { type: 'undo' }, context);
  if (!undo.ok) throw new Error(undo.refusal);
  expect(undo.events).toHaveLength(1);
  await storage.events.append(undo.events);
  expect(await answered(storage, projectId)).toBe(0);
  storage.close();
});
