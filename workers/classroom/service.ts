/** `ClassroomApi`: one race at a time, the newest wins; failures travel as values. */
import type { Outcome, WorkerFailure } from '../api.ts';
import type { ClassroomApi, RaceSource } from '../classroom-api.ts';
import { createStream, RaceCancelled, type RaceStream } from './batch.ts';
import { drawnData, toyData } from './data/plane-data.ts';
import { drawPicture } from './picture.ts';
import { runRace } from './race.ts';
import { type RaceDataOf, RaceRefused } from './race-data.ts';

export function createClassroomService(): ClassroomApi {
  let generation = 0;
  return {
    race(request, listener) {
      generation += 1;
      const own = generation;
      const isCancelled = (): boolean => own !== generation;
      const stream = createStream({ send: listener, isCancelled, now: () => performance.now() });
      return asOutcome(async () => {
        await runRace(request, { ...stream, dataOf: await dataOf(request.source, stream) });
        stream.flush();
        return null;
      });
    },
    picture: (request) => asOutcome(() => drawPicture(request)),
    cancel: async () => {
      generation += 1;
    },
  };
}

/** What needs encoders or storage is loaded when it is asked for. */
async function dataOf(source: RaceSource, _stream: RaceStream): Promise<RaceDataOf> {
  if (source.kind === 'toy') return toyData(source);
  if (source.kind === 'drawn') return drawnData(source.points, source.model);
  throw new RaceRefused('not yet');
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
