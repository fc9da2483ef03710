import type { ProjectSession } from '../../../engine/api.ts';
import type { Services } from '../../../engine/services.ts';
import type { Desk } from '../desk.ts';

export interface MicrophoneProps {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly desk: Desk;
}
