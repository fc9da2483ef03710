import type { Checkpoint } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';

export interface ModelsProps {
  readonly services: Services;
  readonly session: ProjectSession;
}

export interface CheckpointProps extends ModelsProps {
  readonly checkpoint: Checkpoint;
}
