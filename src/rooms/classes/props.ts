import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';

export interface ClassesProps {
  readonly services: Services;
  readonly session: ProjectSession;
}
