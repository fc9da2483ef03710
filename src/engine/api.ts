/** What rooms see of the machinery. Implemented in this folder, constructed by `main.tsx`. */
import type { ReadonlySignal } from '@preact/signals';
import type { ImportApi, LearnApi, LearnerStatus, Outcome } from '../../workers/api.ts';
import type { Command } from '../domain/commands/index.ts';
import type { HoneEvent } from '../domain/events.ts';
import type { CheckpointId, Item, ItemId, Project, ProjectId } from '../domain/records.ts';
import type { ProjectState } from '../domain/state.ts';
import type { KnownHeads } from '../domain/trust/audit-log.ts';
import type { Media } from '../modalities/view-contract.ts';

/** A call to a worker: abortable, raced against the worker's death. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** The learner without its life cycle, which belongs to the session. */
export type LearnerClient = Pick<
  LearnApi,
  | 'predict'
  | 'store'
  | 'predictContents'
  | 'exportModel'
  | 'compare'
  | 'measureBackends'
  | 'setBackend'
  | 'explain'
  | 'counterfactuals'
  | 'features'
  | 'featureQuestions'
  | 'feedbackAccount'
  | 'contrast'
  | 'overview'
  | 'trust'
  | 'route'
  | 'confusion'
  | 'drift'
  | 'fairness'
  | 'reweighing'
  | 'evaluate'
  | 'trainNetwork'
  | 'stopNetwork'
  | 'keepNetwork'
  | 'browseScores'
  | 'browseVectors'
>;

export type Alongside = (events: readonly HoneEvent[]) => void;

/** Everything about one open project. Rooms of a project share one session. */
export interface ProjectSession {
  readonly id: ProjectId;
  /** Fold of the project's events; a new object after every change. */
  readonly state: ReadonlySignal<ProjectState>;
  readonly project: ReadonlySignal<Project>;
  readonly itemCount: ReadonlySignal<number>;
  /** What the learner last published. */
  readonly learner: ReadonlySignal<LearnerStatus>;
  /** Events decided but not yet durable; above zero for long means the disk refuses. */
  readonly unsaved: ReadonlySignal<number>;
  /** Set when saving fails, in plain words; the events are kept in memory and retried. */
  readonly saveProblem: ReadonlySignal<string | null>;
  /**
   * Decides, appends durably, tells the learner. Resolves when durable, never waits for learning.
   * `ok: false` carries the refusal in plain words. `alongside` is called in the very turn in which
   * `state` changes, so that the views are drawn once for both; not when it is refused.
   */
  run(command: Command, alongside?: Alongside): Promise<Outcome<readonly HoneEvent[]>>;
  /** Where this device's decision log ends, as remembered apart from the log itself. */
  logHeads(): Promise<KnownHeads>;
  item(id: ItemId): Promise<Item | undefined>;
  /** The item if it is in memory. */
  itemAtHand(id: ItemId): Item | undefined;
  items(ids: readonly ItemId[]): Promise<readonly (Item | undefined)[]>;
  /** Files of the project's items: pictures, sounds. */
  readonly media: Media;
  /** Tells other tabs that this tab shows the item, so that they ask something else. */
  claim(id: ItemId | null): void;
  readonly claimedElsewhere: ReadonlySignal<ReadonlySet<ItemId>>;
  saveCheckpoint(name: string): Promise<Outcome<CheckpointId>>;
  /** Items were added: re-read the count and let the learner encode them. */
  refresh(): Promise<void>;
  /** Kills the learner's worker and starts another, which replays from the last state. */
  restartLearner(): Promise<void>;
  readonly learnerClient: LearnerClient;
  close(): Promise<void>;
}

export interface Importer extends ImportApi {
  dispose(): void;
}
