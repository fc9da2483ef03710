import type { ClassroomClient } from '../../engine/classroom.ts';
import type { Route, Services } from '../../engine/services.ts';

export interface PageProps {
  readonly services: Services;
  readonly client: ClassroomClient;
  /** Another object after every visit of an address. */
  readonly visit: Route;
  /** What the address says of the scene. */
  readonly rest: string;
  readonly isPresenting: boolean;
}
