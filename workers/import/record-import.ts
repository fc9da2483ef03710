import { ulid } from 'ulid';
import { decide } from '../../src/domain/commands/index.ts';
import type {
  AnnotatorId,
  DeviceId,
  EventId,
  ImportId,
  ImportPurpose,
  ProjectId,
} from '../../src/domain/records.ts';
import { foldEvents } from '../../src/domain/state.ts';
import { digest } from '../../src/modalities/content-hash.ts';
import type { Storage } from '../../src/storage/api.ts';
import type { ImportProgress, SourceInput } from '../api.ts';
import { ImportFailure } from './failure.ts';

interface Recorded extends ImportProgress {
  readonly importId: string;
  readonly sources: readonly Pick<SourceInput, 'name'>[];
  readonly purpose?: ImportPurpose | undefined;
  /** Items there were before. */
  readonly from?: number;
}

/** Appends the event that says what came in, from where and how much of it. */
export async function recordImport(
  storage: Storage,
  projectId: ProjectId,
  { importId, sources, added, duplicates, rejected, purpose, from }: Recorded,
): Promise<void> {
  const person = await storage.device.get<{ annotator: AnnotatorId; device: DeviceId }>('person');
  const [first] = sources;
  const name =
    sources.length > 1 ? `${first?.name} and ${sources.length - 1} more` : (first?.name ?? '');
  const state = foldEvents(await storage.events.of(projectId));
  const decision = decide(
    state,
    {
      type: 'record-import',
      importId: importId as ImportId,
      source: name,
      format: name.split('.').pop() ?? '',
      added,
      duplicates,
      rejected,
      ...(purpose && from !== undefined ? { purpose, from } : {}),
    },
    {
      newId: () => ulid() as EventId,
      now: Date.now(),
      by: person?.annotator ?? ('unknown' as AnnotatorId),
      device: person?.device ?? ('unknown' as DeviceId),
      digest,
    },
  );
  if (!decision.ok) throw new ImportFailure('not-found', decision.refusal);
  await storage.events.append(decision.events);
}
