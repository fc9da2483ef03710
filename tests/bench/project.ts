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
  ItemContent,
  ItemId,
  ProjectId,
} from '../../src/domain/records.ts';
import { foldEvents, type ProjectState } from '../../src/domain/state.ts';
import { digest } from '../../src/modalities/content-hash.ts';
import type { Storage } from '../../src/storage/api.ts';
import type { BenchRow } from './data.ts';
import type { SeedRequest } from './driver.ts';
import { type ImportedFile, importFiles } from './files.ts';

export const BENCH_PERSON = { by: 'bench' as AnnotatorId, device: 'bench' as DeviceId, digest };
export const nextId = monotonicFactory();

const BATCH = 1_000;

export interface BenchProject {
  readonly id: ProjectId;
  readonly state: ProjectState;
  readonly rowOf: ReadonlyMap<ItemId, BenchRow>;
  readonly contentOf: (row: BenchRow) => ItemContent;
  readonly classOf: (name: string) => ClassId;
}

type Files = ReadonlyMap<string, ImportedFile>;

/** Everything is imported into a project of its own; from there the pool is taken. */
async function filesOf(storage: Storage, id: ProjectId, request: SeedRequest): Promise<Files> {
  const { modality, dataUrl: url, importerUrl } = request;
  if (url === null) return new Map();
  const projectId = `${id}-files` as ProjectId;
  const decision = decide(
    null,
    {
      type: 'create-project',
      projectId,
      name: 'files',
      modality,
      mode: 'single',
      classes: [],
      seed: 1,
    },
    { ...BENCH_PERSON, newId: () => nextId() as EventId, now: Date.now() },
  );
  if (!decision.ok) throw new Error(decision.refusal);
  await storage.events.append(decision.events);
  const files = await importFiles({ storage, projectId, modality, url, importerUrl });
  // Test items are no items of the project, but their files must be there to be read.
  await storage.files.add(
    [...files.values()].map(({ file }) => file),
    { projectId: id, importId: 'bench' as ImportId },
  );
  return files;
}

function contentOfRow({ text, cells }: BenchRow, files: Files): ItemContent {
  if (cells) return { kind: 'table', cells };
  const imported = files.get(text);
  if (imported) return imported.content;
  if (files.size > 0) throw new Error(`${text} was not imported`);
  return { kind: 'text', text };
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
      modality: request.modality,
      mode: 'single',
      classes,
      // A budget of labels is one of labels: repeats would spend it on measuring the person.
      settings: { strategy: request.strategy, auditShare: request.audit, repeatShare: 0 },
      seed: request.seed,
    },
    { ...BENCH_PERSON, newId: () => nextId() as EventId, now: Date.now() },
  );
  if (!decision.ok) throw new Error(decision.refusal);
  await storage.events.append(decision.events);
  const state = foldEvents(decision.events);
  if (!state) throw new Error('the bench project did not fold');
  const files = await filesOf(storage, id, request);
  const contentOf = (row: BenchRow): ItemContent => contentOfRow(row, files);
  const rowOf = await addItems({ storage, projectId: id, pool: request.pool, contentOf });
  return {
    id,
    state,
    rowOf,
    contentOf,
    classOf: (name) => `class-${request.classes.indexOf(name)}` as ClassId,
  };
}

interface AddInput {
  readonly storage: Storage;
  readonly projectId: ProjectId;
  readonly pool: readonly BenchRow[];
  readonly contentOf: (row: BenchRow) => ItemContent;
}

async function addItems({
  storage,
  projectId,
  pool,
  contentOf,
}: AddInput): Promise<ReadonlyMap<ItemId, BenchRow>> {
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
        content: contentOf(row),
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
