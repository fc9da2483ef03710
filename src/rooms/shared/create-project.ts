import { type Command, decide } from '../../domain/commands/index.ts';
import type { Services } from '../../engine/services.ts';
import { commandContext } from './command-context.ts';

type CreateProject = Extract<Command, { type: 'create-project' }>;
export type NewProject = Omit<CreateProject, 'type' | 'modality' | 'seed'> &
  Partial<Pick<CreateProject, 'modality' | 'seed'>>;

/** Range of the seed: fits the generator's 32 bits. */
const SEED_RANGE = 2 ** 32;

/** Stores a new project. Rejects with the refusal in plain words, or a storage error. */
export async function createProject(services: Services, project: NewProject): Promise<void> {
  const command: Command = {
    modality: 'text',
    seed: seedOf(project.projectId),
    ...project,
    type: 'create-project',
  };
  const decision = decide(null, command, commandContext(services));
  if (!decision.ok) throw new Error(decision.refusal);
  await services.storage.events.append(decision.events);
}

/** FNV-1a of the project's id: every project its own seed, and the same one on every device. */
export function seedOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const character of id) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return ((hash % SEED_RANGE) + SEED_RANGE) % SEED_RANGE;
}
