/**
 * Contract of a room (screen). A room is a folder: `room.ts` (this declaration) and `door.ts` (what it
 * says), both loaded at once, `Room.tsx` (lazily loaded view), `state.ts`, `actions.ts`, `parts/`. Rooms
 * never import each other; they move by `services.router`.
 */
import type { ComponentType } from 'preact';
import type { ProjectSession } from '../engine/api.ts';
import type { Services } from '../engine/services.ts';

/** One record per user action: feeds button, menu, command palette, shortcut sheet. */
export interface RoomAction {
  readonly id: string;
  readonly label: string;
  /** tinykeys syntax, e.g. `u`, `Shift+U`, `$mod+k`; '' for none. */
  readonly shortcut: string;
  readonly run: () => void | Promise<void>;
  /** Absent = always. A string is the reason it cannot run now. */
  readonly unavailable?: () => string | null;
}

export interface RoomProps {
  readonly services: Services;
  /** Null in app-wide rooms. */
  readonly session: ProjectSession | null;
  /** Rest of the route after the room id. */
  readonly path: string;
}

export interface Room {
  readonly id: string;
  readonly label: string;
  /** Name of an icon in `ui/icons.tsx`. */
  readonly icon: string;
  readonly scope: 'app' | 'project';
  /** Only projects of these kinds have the room; absent = all. */
  readonly modalities?: readonly string[];
  /** True: reached from within other rooms, and left out of the navigation. */
  readonly isUnlisted?: true;
  /** True, or the reason the user reads. */
  readonly available: (session: ProjectSession | null) => true | string;
  readonly load: () => Promise<{ readonly default: ComponentType<RoomProps> }>;
}
