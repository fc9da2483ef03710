import type { Command } from '../../domain/commands/index.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import type { NameOf } from '../shared/study/say.ts';

export interface FeaturesProps {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly nameOf: NameOf;
  /** Runs a command and says what was done; a refusal is said too. */
  readonly act: (command: Command, done: string) => Promise<void>;
}
