/** A project of the pool rows, written straight into storage as an import would. */
import { monotonicFactory } from 'ulid';
import { defineClasses } from '../../src/domain/classes.ts';
import { decide } from '../../src/domain/commands/index.ts';
import type {
  AnnotatorId,
  ClassId,
  DeviceId,
  EventId,
  ImportId,
  Item,
  ItemId,
  ProjectId,
} from '../../src/domain/records.ts';
import { foldEvents, type ProjectState } from '../../src/domain/state.ts';
import type { Storage } from '../../src/storage/api.ts';
import type { BenchRow } from './data.ts';
import type { SeedRequest } from './driver.ts';

export const BENCH_PERSON = { by: 'bench' as AnnotatorId, device: 'bench' as DeviceId };
export const nextId = monotonicFactory();

const BATCH = 1_000;

export interface BenchProject {
  readonly id: ProjectId;
  readonly state: ProjectState;
  readonly rowOf: ReadonlyMap<ItemId, BenchRow>;
  readonly classOf: (name: string) => ClassId;
}

export async function createBenchProject(
  storage: Storage,
  request: SeedRequest,
): Promise<BenchProject> {
  const id = nextId() as ProjectId;
  const classes = defineClasses(
    request.classes.map((name, index) => ({ id: `class-${index}` as ClassId, name })),
  );
  const decision = decide(
    null,
    {
      type: 'create-project',
      projectId: id,
      name: 'bench',
      modality: 'text',
      mode: 'single',
      classes,
      settings: { strategy: request.strategy, auditShare: request.audit },
      seed: request.seed,
    },
    { ...BENCH_PERSON, newId: () => nextId() as EventId, now: Date.now() },
  );
  if (!decision.ok) throw new Error(decision.refusal);
  await storage.events.append(decision.events);
  const state = foldEvents(decision.events);
  if (!state) throw new Error('the bench project did not fold');
  const rowOf = await addItems(storage, id, request.pool);
  return {
    id,
    state,
    rowOf,
    classOf: (name) => `class-${request.classes.indexOf(name)}` as ClassId,
  };
}

async function addItems(
  storage: Storage,
  projectId: ProjectId,
  pool: readonly BenchRow[],
): Promise<ReadonlyMap<ItemId, BenchRow>> {
  const rowOf = new Map<ItemId, BenchRow>();
  for (let from = 0; from < pool.length; from += BATCH) {
    const items = pool.slice(from, from + BATCH).map((row, index): Item => {
      const id = nextId() as ItemId;
      rowOf.set(id, row);
      return {
        id,
        projectId,
        ordinal: from + index,
        hash: String(row.id),
        externalId: String(row.id),
        content: { kind: 'text', text: row.text },
        fields: {},
        given: null,
        oracle: null,
        importId: 'bench' as ImportId,
      };
    });
    await storage.items.add(items);
  }
  return rowOf;
}
