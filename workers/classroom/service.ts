/** `ClassroomApi`: one race at a time, the newest wins; failures travel as values. */
import type { Storage } from '../../src/storage/api.ts';
import { openStorage } from '../../src/storage/index.ts';
import type { Outcome, WorkerFailure } from '../api.ts';
import type { ClassroomApi, RaceSource } from '../classroom-api.ts';
import { createStream, RaceCancelled, type RaceStream } from './batch.ts';
import { drawnData, toyData } from './data/plane-data.ts';
import { drawPicture } from './picture.ts';
import { runRace } from './race.ts';
import { type RaceDataOf, RaceRefused } from './race-data.ts';

export function createClassroomService(open: () => Promise<Storage> = openStorage): ClassroomApi {
  let generation = 0;
  const held: HeldSample = { id: '', dataOf: null };
  return {
    race(request, listener) {
      generation += 1;
      const own = generation;
      const isCancelled = (): boolean => own !== generation;
      const stream = createStream({ send: listener, isCancelled, now: () => performance.now() });
      return asOutcome(async () => {
        const dataOf = await openData(request.source, { stream, open, held });
        await runRace(request, { ...stream, dataOf });
        // The answer must not overtake the last frames.
        await stream.flush();
        return null;
      });
    },
    picture: (request) => asOutcome(() => drawPicture(request)),
    cancel: async () => {
      generation += 1;
    },
  };
}

/** The sample raced on last: another strategy on it need not read it again. */
interface HeldSample {
  id: string;
  dataOf: RaceDataOf | null;
}

interface DataContext {
  readonly stream: RaceStream;
  readonly open: () => Promise<Storage>;
  readonly held: HeldSample;
}

/** What needs encoders or storage is loaded when it is asked for. */
async function openData(
  source: RaceSource,
  { stream, open, held }: DataContext,
): Promise<RaceDataOf> {
  const onProgress = (progress: number): void => {
    stream.emit({ kind: 'reading', progress });
    void stream.flush();
  };
  if (source.kind === 'toy') return toyData(source);
  if (source.kind === 'drawn') return drawnData(source.points, source.model);
  if (source.kind === 'sample' && held.id === source.id && held.dataOf) return held.dataOf;
  onProgress(0);
  if (source.kind === 'sample') {
    const { sampleData } = await import('./data/sample-data.ts');
    const dataOf = await sampleData(source.id, { onProgress, breathe: stream.breathe });
    Object.assign(held, { id: source.id, dataOf });
    return dataOf;
  }
  const { projectData } = await import('./data/project-data.ts');
  // Opened for this race alone: a newer version of the app may want to change the database.
  const storage = await open();
  try {
    return await projectData({ storage, projectId: source.id, onProgress });
  } finally {
    storage.close();
  }
}

async function asOutcome<T>(run: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    return { ok: false, error: toFailure(error) };
  }
}

function toFailure(error: unknown): WorkerFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RaceCancelled) return { code: 'cancelled', message };
  if (error instanceof RaceRefused) return { code: 'bad-input', message };
  return { code: 'unexpected', message };
}
