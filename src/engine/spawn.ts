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

export function spawnBrowse(): Worker {
  return new Worker(new URL('../../workers/browse.worker.ts', import.meta.url), { type: 'module' });
}

export function spawnMap(): Worker {
  return new Worker(new URL('../../workers/map.worker.ts', import.meta.url), { type: 'module' });
}

export function spawnModelFetcher(): Worker {
  return new Worker(new URL('../../workers/fetch-model.worker.ts', import.meta.url), {
    type: 'module',
  });
}
