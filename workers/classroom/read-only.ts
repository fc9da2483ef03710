import type { Storage } from '../../src/storage/api.ts';

/** Nothing is written through it: what a race computes of a project goes when the race does. */
export function readOnly(storage: Storage): Storage {
  const forget = async (): Promise<void> => undefined;
  const refuse = async (): Promise<never> => {
    throw new Error('A race changes nothing in a project.');
  };
  return {
    ...storage,
    events: { ...storage.events, append: refuse },
    items: { ...storage.items, add: refuse, removeImport: refuse },
    files: { ...storage.files, add: refuse },
    projects: { ...storage.projects, setSummary: refuse, remove: refuse },
    checkpoints: { ...storage.checkpoints, save: refuse, rename: refuse, remove: refuse },
    // What an encoder learned here is not kept: the caches belong to the project's own learner.
    caches: { ...storage.caches, set: forget, setMany: forget, clear: refuse },
    device: { ...storage.device, set: refuse },
  };
}
