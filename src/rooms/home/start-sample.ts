/** A project from a built-in sample, in one click: created, filled in the worker, removed on failure. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ImportProgress } from '../../../workers/api.ts';
import { defineClasses } from '../../domain/classes.ts';
import type { ClassId, ProjectId } from '../../domain/records.ts';
import type { Services } from '../../engine/services.ts';
import type { Sample } from '../../samples/sample.ts';
import { guardNewProject } from '../shared/import-guard.ts';
import { messageOf } from '../shared/message-of.ts';

export type SampleRun =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running';
      readonly sampleId: string;
      readonly progress: ImportProgress | null;
    }
  | { readonly status: 'failed'; readonly sampleId: string; readonly message: string };

export interface SampleStarter {
  readonly run: ReadonlySignal<SampleRun>;
  /** The new project, or null when cancelled or failed; the reason is then in `run`. */
  readonly start: (sample: Sample) => Promise<ProjectId | null>;
  readonly cancel: () => void;
}

export function createSampleStarter(services: Services): SampleStarter {
  const run = signal<SampleRun>({ status: 'idle' });
  const onProgress = (sampleId: string) => (progress: ImportProgress) => {
    if (run.value.status === 'running') run.value = { status: 'running', sampleId, progress };
  };
  return {
    run,
    async start(sample) {
      run.value = { status: 'running', sampleId: sample.id, progress: null };
      const projectId = services.ids.next() as ProjectId;
      try {
        const isMade = await guardNewProject(services.storage, projectId, () =>
          make(services, { sample, projectId, onProgress: onProgress(sample.id) }),
        );
        run.value = { status: 'idle' };
        return isMade ? projectId : null;
      } catch (error) {
        run.value = { status: 'failed', sampleId: sample.id, message: messageOf(error) };
        return null;
      }
    },
    cancel() {
      void services.importer.cancel();
    },
  };
}

interface Making {
  readonly sample: Sample;
  readonly projectId: ProjectId;
  readonly onProgress: (progress: ImportProgress) => void;
}

/** False when cancelled. Rejects when it failed; either way nothing is left. */
async function make(services: Services, making: Making): Promise<boolean> {
  const { sample, projectId, onProgress } = making;
  let isKept = false;
  try {
    const byName = await createSampleProject(services, sample, projectId);
    const outcome = await services.importer.sample(sample.id, projectId, byName, onProgress);
    isKept = outcome.ok;
    if (!outcome.ok && outcome.error.code !== 'cancelled') throw new Error(outcome.error.message);
    return isKept;
  } finally {
    if (!isKept) await services.storage.projects.remove(projectId);
  }
}

/** Returns the ids of the classes by their names in the sample. */
async function createSampleProject(
  services: Services,
  sample: Sample,
  projectId: ProjectId,
): Promise<Readonly<Record<string, ClassId>>> {
  const classes = defineClasses(
    sample.classes.map((one) => ({ ...one, id: services.ids.next() as ClassId })),
  );
  // Loaded when something is decided: the list of samples alone needs no commands.
  const { createProject } = await import('../shared/create-project.ts');
  await createProject(services, {
    projectId,
    name: sample.label,
    modality: sample.modality,
    mode: sample.mode,
    ...(sample.settings ? { settings: sample.settings } : {}),
    classes,
    guidelines: sample.guidelines,
    sample: sample.id,
  });
  return Object.fromEntries(classes.map((one) => [one.name, one.id]));
}
