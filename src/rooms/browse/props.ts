import type { Signal } from '@preact/signals';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import type { Place } from './address.ts';
import type { BrowseDesk } from './desk.ts';
import type { Selection } from './selection.ts';

export interface BrowseProps {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly desk: BrowseDesk;
  readonly place: Place;
  readonly selection: Signal<Selection>;
  /** The project never shows the model's answers. */
  readonly isSilent: boolean;
}

/** Goes to another place; `isTyping`: as a step that "back" need not take. */
export type GoTo = (place: Place, isTyping?: boolean) => void;
