/** Dependencies handed to every room. Built once in `main.tsx`; there is no global locator. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { BackendMeasurement } from '../../workers/api.ts';
import type { AnnotatorId, DeviceId, EventId, ProjectId } from '../domain/records.ts';
import type { Storage } from '../storage/api.ts';
import type { Importer, ProjectSession } from './api.ts';
import type { BrowseClient, MapMaker } from './browse.ts';
import type { ClassroomClient } from './classroom.ts';
import type { ModelFetcher } from './model-fetcher.ts';

export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface IdSource {
  /** Monotonic ULID: sorts by time, also within one millisecond. */
  readonly next: () => string;
  readonly event: () => EventId;
}

export interface Person {
  readonly annotator: AnnotatorId;
  readonly device: DeviceId;
}

export interface Route {
  readonly roomId: string;
  readonly projectId: ProjectId | null;
  readonly path: string;
}

/** Hash routes: `#/home`, `#/settings`, `#/p/<project>/<room>/<path>`. */
export interface Router {
  readonly route: ReadonlySignal<Route>;
  readonly go: (roomId: string, projectId?: ProjectId | null, path?: string) => void;
  /** As `go`, in place of the present address: "back" does not lead to it. */
  readonly replace: (roomId: string, projectId?: ProjectId | null, path?: string) => void;
  readonly href: (roomId: string, projectId?: ProjectId | null, path?: string) => string;
}

export interface Preferences {
  readonly theme: Signal<'system' | 'light' | 'dark' | 'contrast'>;
  readonly backend: Signal<'auto' | 'webgpu' | 'wasm' | 'cpu'>;
  readonly restNudge: Signal<boolean>;
}

export interface Toast {
  readonly tone: 'plain' | 'good' | 'warn' | 'bad';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** The browser's offer to install the app, kept until the person asks for it. */
export interface InstallOffer {
  readonly isOffered: ReadonlySignal<boolean>;
  install(): Promise<void>;
}

export interface Services {
  readonly storage: Storage;
  readonly importer: Importer;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly person: Person;
  readonly router: Router;
  readonly preferences: Preferences;
  readonly notify: (toast: Toast) => void;
  /** Files dropped in one room for another to take (home -> import); the taker sets it to null. */
  readonly handover: Signal<readonly File[] | null>;
  readonly install: InstallOffer;
  /** Measures the backends in a worker of its own and keeps the figures. */
  readonly measureBackends: () => Promise<readonly BackendMeasurement[]>;
  /** A worker for lessons; whoever opens it disposes of it. */
  readonly openClassroom: () => ClassroomClient;
  /** Workers of the browse room, which disposes them. */
  readonly openBrowse: () => BrowseClient;
  readonly openMapMaker: () => MapMaker;
  /** The one worker that may ask another server, at an address a person gave; whoever opens it disposes of it. */
  readonly openModelFetcher: () => ModelFetcher;
  /** Opens a project or returns the open session; the shell closes it when the route leaves it. */
  readonly openSession: (id: ProjectId) => Promise<ProjectSession>;
  /** Offers a file to the person (an anchor with `download`). */
  readonly saveFile: (blob: Blob, fileName: string) => void;
  /** Registers a room's actions with palette, shortcuts and `?`; returns the unregister. */
  readonly offerActions: (actions: readonly import('../rooms/room.ts').RoomAction[]) => () => void;
}
