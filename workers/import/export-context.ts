/** What every export of a project begins with: its state, its class names, its items by range. */
import type { ClassId, Item, ProjectId } from '../../src/domain/records.ts';
import { foldEvents, type ProjectState, resolveClass } from '../../src/domain/state.ts';
import type { Storage } from '../../src/storage/api.ts';
import { ImportFailure } from './failure.ts';

const RANGE = 1_000;

export interface ExportContext {
  readonly state: ProjectState;
  /** Name of the class that stands for this id now. */
  readonly nameOf: (id: ClassId) => string;
  readonly items: () => AsyncGenerator<readonly Item[]>;
}

export async function openExport(storage: Storage, projectId: ProjectId): Promise<ExportContext> {
  const state = foldEvents(await storage.events.of(projectId));
  if (!state)
    throw new ImportFailure('not-found', `There is no project ${projectId} on this device.`);
  const names = new Map(state.project.classes.map(({ id, name }) => [id, name]));
  return {
    state,
    nameOf: (id) => names.get(resolveClass(state.project, id)) ?? id,
    async *items() {
      const total = await storage.items.count(projectId);
      for (let from = 0; from < total; from += RANGE) {
        yield await storage.items.range(projectId, from, from + RANGE);
      }
    },
  };
}

/** Joins text parts into a Blob without ever building the whole text. */
export function createBlobBuilder(type: string): { add(text: string): void; build(): Blob } {
  const parts: Blob[] = [];
  let waiting: string[] = [];
  let length = 0;
  const seal = (): void => {
    if (waiting.length > 0) parts.push(new Blob(waiting));
    waiting = [];
    length = 0;
  };
  return {
    add(text) {
      waiting.push(text);
      length += text.length;
      if (length > 1_000_000) seal();
    },
    build() {
      seal();
      return new Blob(parts, { type });
    },
  };
}
