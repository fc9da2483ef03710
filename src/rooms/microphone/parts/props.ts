import type { ClassDefinition } from '../../../domain/records.ts';
import type { ProjectSession } from '../../../engine/api.ts';
import type { Services } from '../../../engine/services.ts';
import type { Desk } from '../desk.ts';

export interface MicrophoneProps {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly desk: Desk;
  /** Those that keep and label in one press; none where the model is to decide. */
  readonly classes: readonly ClassDefinition[];
}
