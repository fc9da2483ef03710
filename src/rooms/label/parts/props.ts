import type { ProjectSession } from '../../../engine/api.ts';
import type { Services } from '../../../engine/services.ts';
import type { Desk } from '../desk.ts';

export interface DeskProps {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly desk: Desk;
}

export interface DeskDialogProps extends DeskProps {
  readonly open: boolean;
  readonly onClose: () => void;
}
