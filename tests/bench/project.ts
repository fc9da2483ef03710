/** A project of the pool rows, written straight into storage as an import would. */
import { ulid } from 'ulid';
import { decide } from '../../src/domain/commands/index.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/default-settings.ts';
import type {
  AnnotatorId,
  ClassDefinition,
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
const BATCH = 1_000;

export interface BenchProject {
  readonly id: ProjectId;
  readonly state: ProjectState;
  readonly rowOf: ReadonlyMap<ItemId, BenchRow>;
  readonly classOf: (name: string) => ClassId;
}
