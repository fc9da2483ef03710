/** What the parts of the shell share. */
import type { ReadonlySignal } from '@preact/signals';
import type { ProjectSession } from '../engine/api.ts';
import type { InstallOffer, Services } from '../engine/services.ts';
import type { RoomAction } from '../rooms/room.ts';
import type { Toasts } from './toasts.ts';
import type { Updates } from './update.ts';

export type SessionState =
  | { readonly status: 'none' }
  | { readonly status: 'opening' }
  | { readonly status: 'open'; readonly session: ProjectSession }
  | { readonly status: 'failed'; readonly message: string };

export interface Shell {
  readonly services: Services;
  readonly session: ReadonlySignal<SessionState>;
  readonly actions: ReadonlySignal<readonly RoomAction[]>;
  readonly toasts: Toasts;
  readonly updates: Updates;
  readonly install: InstallOffer;
}
