/** The workers of the app. `new URL` must stand inside `new Worker`, or the bundler inlines it. */
export function spawnLearner(): Worker {
  return new Worker(new URL('../../workers/learn.worker.ts', import.meta.url), { type: 'module' });
}

export function spawnImporter(): Worker {
  return new Worker(new URL('../../workers/import.worker.ts', import.meta.url), { type: 'module' });
}

export function spawnClassroom(): Worker {
  return new Worker(new URL('../../workers/classroom.worker.ts', import.meta.url), {
    type: 'module',
  });
}
