import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';

export interface DecideProps {
  readonly services: Services;
  readonly session: ProjectSession;
}
