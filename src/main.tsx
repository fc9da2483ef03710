/** The composition root: the only place that constructs things. */
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { mountApp } from './app/mount.tsx';
import { loadPreferences } from './app/preferences.ts';
import { StartFailed } from './app/StartFailed.tsx';
import { openBrowse, openMapMaker } from './engine/browse.ts';
import { createClassroom } from './engine/classroom.ts';
import { createIdSource, loadPerson } from './engine/ids.ts';
import { createImporter } from './engine/importer.ts';
import { measureBackends } from './engine/measure-backends.ts';
import { openModelFetcher } from './engine/model-fetcher.ts';
import { spawnClassroom, spawnImporter, spawnLearner } from './engine/spawn.ts';
import { openStorage } from './storage/index.ts';
import './ui/tokens.css';
import './ui/global.css';

const root = document.getElementById('root') as HTMLElement;

async function start(): Promise<void> {
  const storage = await openStorage();
  const ids = createIdSource();
  const clock = { now: () => Date.now() };
  const person = await loadPerson(storage.device, ids);
  const parts = { storage, clock, ids, person };
  const importer = createImporter(spawnImporter);
  mountApp({
    root,
    isProduction: import.meta.env.PROD,
    services: {
      ...parts,
      importer,
      preferences: await loadPreferences(storage.device),
      handover: signal(null),
      openClassroom: () => createClassroom(spawnClassroom),
      measureBackends: () => measureBackends(spawnLearner),
      openBrowse: () => openBrowse(),
      openMapMaker: () => openMapMaker(),
      openModelFetcher: () => openModelFetcher(),
    },
    // Loaded with the first project: the home page needs none of it.
    openSession: async (id) => {
      const { openProjectSession } = await import('./engine/session.ts');
      const { digest } = await import('./modalities/content-hash.ts');
      const makeThumbnail = importer.thumbnail;
      return openProjectSession(id, { ...parts, spawnLearner, makeThumbnail, digest });
    },
  });
}

start().catch((error: unknown) => {
  render(<StartFailed message={error instanceof Error ? error.message : String(error)} />, root);
});
