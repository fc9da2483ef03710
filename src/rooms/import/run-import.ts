/** One import from start to end: a new project or more items; nothing stays when it fails. */
import type { ImportReport, Outcome } from '../../../workers/api.ts';
import type { Project, ProjectId } from '../../domain/records.ts';
import type { Services } from '../../engine/services.ts';
import { addClasses, takeBackClasses } from '../shared/add-classes.ts';
import { createProject } from '../shared/create-project.ts';
import { decodeSound } from '../shared/decode-sound.ts';
import { guardNewProject } from '../shared/import-guard.ts';
import { messageOf } from '../shared/message-of.ts';
import { type ResolvedClasses, resolveClasses } from './class-drafts.ts';
import { columnSpecs } from './column-specs.ts';
import { toPlan } from './plan.ts';
import type { Change } from './reducer.ts';
import { soundSettings } from './sound-settings.ts';
import { existingClasses, type WizardState } from './state.ts';

export interface ImportRun {
  readonly services: Services;
  readonly state: () => WizardState;
  readonly dispatch: (change: Change) => void;
}

export async function runImport(run: ImportRun): Promise<void> {
  const { services, dispatch } = run;
  const state = run.state();
  dispatch({ type: 'run-started' });
  const classes = resolveClasses(state.drafts, existingClasses(state), services.ids.next);
  try {
    if (state.target === null) await importNew(run, state, classes);
    else await importMore(run, state, { project: state.target, classes });
  } catch (error) {
    dispatch({ type: 'run-failed', message: messageOf(error) });
  }
}

async function importNew(
  run: ImportRun,
  state: WizardState,
  classes: ResolvedClasses,
): Promise<void> {
  const { services, dispatch } = run;
  const projectId = services.ids.next() as ProjectId;
  await guardNewProject(services.storage, projectId, async () => {
    let kept = false;
    try {
      await createProject(services, {
        projectId,
        name: state.name.trim(),
        modality: state.modality,
        mode: state.mode,
        classes: classes.additions,
        settings: {
          shownFields: shownFields(state),
          ...(state.modality === 'table' ? { columns: columnSpecs(state) } : {}),
          ...(await soundSettings(state)),
        },
      });
      const outcome = await stream(run, state, { projectId, classes });
      kept = outcome.ok && outcome.value.added > 0;
      dispatch(toChange(outcome, projectId));
    } finally {
      if (!kept) await services.storage.projects.remove(projectId);
    }
  });
}

async function importMore(
  run: ImportRun,
  state: WizardState,
  { project, classes }: { readonly project: Project; readonly classes: ResolvedClasses },
): Promise<void> {
  const added = await addClasses(run.services, project.id, classes.additions);
  let kept = false;
  try {
    const outcome = await stream(run, state, { projectId: project.id, classes });
    kept = outcome.ok && outcome.value.added > 0;
    run.dispatch(toChange(outcome, project.id));
  } finally {
    if (!kept) await takeBackClasses(run.services, project.id, added);
  }
}

const stream = (
  { services, dispatch }: ImportRun,
  state: WizardState,
  to: { readonly projectId: ProjectId; readonly classes: ResolvedClasses },
): Promise<Outcome<ImportReport>> =>
  services.importer.run(
    state.sources,
    toPlan(state, to.projectId, to.classes.byValue),
    (progress) => dispatch({ type: 'progress', progress }),
    decodeSound,
  );

/** A cancelled import is what the person asked for, not a failure. */
function toChange(outcome: Outcome<ImportReport>, projectId: ProjectId): Change {
  if (outcome.ok) return { type: 'run-done', report: outcome.value, projectId };
  if (outcome.error.code === 'cancelled') return { type: 'run-cancelled' };
  return { type: 'run-failed', message: outcome.error.message };
}

/** Extra fields are worth showing until there are so many that they bury the item. */
const MAX_FIELDS_SHOWN = 4;

const shownFields = (state: WizardState): readonly string[] => {
  const fields = Object.keys(state.roles).filter((name) => state.roles[name] === 'field');
  return fields.length <= MAX_FIELDS_SHOWN ? fields : [];
};
