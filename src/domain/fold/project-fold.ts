/** Folds the project's own events: name, classes, guidelines, settings. */
import type { EventOf, HoneEvent } from '../events.ts';
import type { ClassDefinition, ClassId, Project } from '../records.ts';

/** Null until a `project-created` event is met. Expects standing events in id order. */
export function foldProject(events: readonly HoneEvent[]): Project | null {
  const created = events.find((event) => event.type === 'project-created');
  if (!created) return null;
  return events.reduce(applyToProject, createProject(created));
}

function createProject(event: EventOf<'project-created'>): Project {
  return {
    id: event.projectId,
    name: event.name,
    modality: event.modality,
    mode: event.mode,
    classes: event.classes,
    guidelines: event.guidelines,
    settings: event.settings,
    seed: event.seed,
    createdAt: event.at,
    sample: event.sample,
  };
}

function applyToProject(project: Project, event: HoneEvent): Project {
  switch (event.type) {
    case 'project-renamed':
      return { ...project, name: event.name };
    case 'settings-changed':
      return { ...project, settings: { ...project.settings, ...event.patch } };
    case 'guidelines-changed':
      return { ...project, guidelines: event.markdown };
    case 'class-added':
      return addClass(project, event.definition);
    case 'class-changed':
      return patchClass(project, event.classId, event.patch);
    case 'class-merged':
      return patchClass(project, event.from, {
        mergedInto: event.into,
        key: '',
      });
    case 'class-retired':
      return patchClass(project, event.classId, { retired: true });
    case 'class-restored':
      return patchClass(project, event.classId, { retired: false });
    default:
      return project;
  }
}

function addClass(project: Project, definition: ClassDefinition): Project {
  if (project.classes.some(({ id }) => id === definition.id)) return project;
  return { ...project, classes: [...project.classes, definition] };
}

function patchClass(project: Project, id: ClassId, patch: Partial<ClassDefinition>): Project {
  const classes = project.classes.map((one) => (one.id === id ? { ...one, ...patch } : one));
  return { ...project, classes };
}
