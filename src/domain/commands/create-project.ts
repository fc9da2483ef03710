import { keyProblem, nameProblem } from '../classes.ts';
import { DEFAULT_SETTINGS } from '../default-settings.ts';
import type { ClassDefinition, LabelMode, ProjectId, ProjectSettings } from '../records.ts';
import { settingsProblem } from './change-settings.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export interface CreateProject {
  readonly type: 'create-project';
  readonly projectId: ProjectId;
  readonly name: string;
  readonly modality: string;
  readonly mode: LabelMode;
  readonly classes: readonly ClassDefinition[];
  readonly guidelines?: string;
  readonly settings?: Partial<ProjectSettings>;
  readonly seed: number;
  readonly sample?: string | null;
}

export function createProject(command: CreateProject, context: CommandContext): Decision {
  const name = command.name.trim();
  if (name === '') return refuse('A project needs a name.');
  const settings = { ...DEFAULT_SETTINGS, ...command.settings };
  const problem = settingsProblem(settings) ?? classesProblem(command.classes);
  if (problem) return refuse(problem);
  const { projectId, modality, mode, classes, seed } = command;
  return accept(projectId, context, {
    type: 'project-created',
    name,
    modality,
    mode,
    classes,
    guidelines: command.guidelines ?? '',
    settings,
    seed,
    sample: command.sample ?? null,
  });
}

function classesProblem(classes: readonly ClassDefinition[]): string | null {
  for (const [index, one] of classes.entries()) {
    const before = classes.slice(0, index);
    const problem = nameProblem(one.name, before) ?? keyProblem(one.key, before);
    if (problem) return problem;
  }
  return null;
}
