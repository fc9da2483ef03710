/** Types of the calls between the page and its workers. Types only: no code may live here. */
import type { HoneEvent } from '../src/domain/events.ts';
import type { QueryWhy } from '../src/domain/query/strategy.ts';
import type {
  Checkpoint,
  CheckpointId,
  ClassId,
  EventId,
  ItemContent,
  ItemId,
  ProjectId,
  QualityFigure,
  QuestionRecord,
} from '../src/domain/records.ts';
import type { BrowseLearnApi } from './browse-api.ts';
import type { NetworkApi, NetworkStatus } from './network-api.ts';
import type { OversightApi } from './oversight-api.ts';
import type { QualityApi } from './quality-api.ts';
import type { TeachApi } from './teach-api.ts';
import type { TrustApi } from './trust-api.ts';

export type * from './browse-api.ts';
export type * from './classroom-api.ts';
export type * from './fetch-model-api.ts';
export type * from './import-api.ts';
export type * from './network-api.ts';
export type * from './oversight-api.ts';
export type * from './quality-api.ts';
export type * from './teach-api.ts';
export type * from './trust-api.ts';

/** Expected failures travel as values: comlink keeps only the message of a thrown error. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: WorkerFailure };

export interface WorkerFailure {
  readonly code:
    | 'not-found'
    | 'bad-input'
    | 'cancelled'
    | 'backend-lost'
    | 'storage'
    | 'damaged'
    | 'unexpected';
  /** Plain words, naming the value and the way out. */
  readonly message: string;
}

export type BackendId = 'webgpu' | 'wasm' | 'cpu';
export type BackendChoice = 'auto' | BackendId;

export interface BackendMeasurement {
  readonly backend: BackendId;
  readonly available: boolean;
  /** Median milliseconds to score the reference pool, null where not available. */
  readonly scoreMs: number | null;
  /** Adapter name, thread count, or the reason it is not available. */
  readonly note: string;
}

export interface Question {
  readonly itemId: ItemId;
  readonly record: QuestionRecord;
  /** Machine-readable reason; `rooms/label` puts it in one sentence. */
  readonly why: QuestionReason;
  readonly proposal: Proposal | null;
}

export type QuestionReason =
  | { readonly kind: 'spread' }
  | { readonly kind: 'audit' }
  | { readonly kind: 'random' }
  /** Out of turn: among the items that a drift alarm speaks of. */
  | { readonly kind: 'relabelling' }
  | {
      readonly kind: 'uncertain' | 'changes-model' | 'represents';
      readonly strategy: string;
      /** The two classes the model wavers between (single), or the doubtful ones (multi). */
      readonly between: readonly {
        readonly classId: ClassId;
        readonly probability: number;
      }[];
    }
  | {
      readonly kind: 'disagree';
      readonly strategy: string;
      /** Models drawn from those that fit the answers. */
      readonly members: number;
      /** Most first (single); the class disputed most, with those that say yes (multi). */
      readonly votes: readonly { readonly classId: ClassId; readonly count: number }[];
      /** Least and greatest probability that a member gives the first class. */
      readonly low: number;
      readonly high: number;
    }
  | {
      readonly kind: 'reduces-error';
      readonly strategy: string;
      /** Questions that were compared, and items that judged them. */
      readonly compared: number;
      readonly items: number;
    }
  /** Looking for a class of which few answers were found so far. */
  | {
      readonly kind: 'rare';
      readonly strategy: string;
      readonly classId: ClassId;
      readonly found: number;
    }
  /** Questions are steered to this group for so many more of them (`domain/focus.ts`). */
  | {
      readonly kind: 'group';
      readonly field: string;
      readonly group: string;
      readonly left: number;
    }
  /** Reasons that name no class are passed on as the strategy gave them. */
  | ({ readonly strategy: string } & Extract<QueryWhy, { readonly kind: PlainReason }>);

type PlainReason =
  | 'typical'
  | 'uncovered'
  | 'varied'
  | 'contrast'
  | 'doubtful-label'
  | 'sampled'
  | 'chance';

export interface Proposal {
  /** The answer the model would give. */
  readonly classes: readonly ClassId[];
  /** Probability of that answer in [0, 1]. */
  readonly probability: number;
  /** All learned classes, most probable first. */
  readonly all: readonly {
    readonly classId: ClassId;
    readonly probability: number;
  }[];
}

export interface QualityPoint extends QualityFigure {
  /** Training answers behind the model that was measured. */
  readonly labels: number;
}

/** What the last learned events changed. */
export interface LearnedChange {
  readonly events: readonly EventId[];
  /** Items whose proposed answer is now another one. */
  readonly flipped: number;
  readonly flippedItems: readonly ItemId[];
  /** Mean probability of the proposed answers over the pool, before and after. */
  readonly confidenceBefore: number;
  readonly confidenceAfter: number;
  /** Share of right answers on the same blind audit answers, before and after; null without any. */
  readonly qualityBefore: QualityFigure | null;
  readonly qualityAfter: QualityFigure | null;
}

export interface LearnerStatus {
  readonly projectId: ProjectId;
  readonly phase: 'opening' | 'encoding' | 'learning' | 'ready' | 'following' | 'failed';
  /** In [0, 1] while encoding. */
  readonly progress: number;
  readonly message: string | null;
  readonly backend: BackendId | null;
  readonly adapter: string;
  readonly learnedUpTo: EventId | null;
  readonly checkpoint: CheckpointId | null;
  readonly trainedOn: number;
  readonly queue: readonly Question[];
  /** Items without any label, the model's pool. */
  readonly poolSize: number;
  /** Quality over time, oldest first, from the audit stream. */
  readonly curve: readonly QualityPoint[];
  readonly change: LearnedChange | null;
  /** Milliseconds from receiving the events to the whole pool rescored. */
  readonly learnMs: number | null;
  /** Where there are more items than memory holds; null = all are looked at after each answer. */
  readonly scoring: PoolScoring | null;
  /** Null before anything was learned. */
  readonly memory: LearnerMemory | null;
  /** A network that is being learned from the answers, or is on offer; null = neither. */
  readonly network: NetworkStatus | null;
}

/** A sample stands for the items: the others are scored in the background. */
export interface PoolScoring {
  /** Items that are looked at after each answer. */
  readonly rows: number;
  readonly total: number;
  /** Items reached by the current pass over all of them, or the last one. */
  readonly scored: number;
}

/** Bytes held because of the items. */
export interface LearnerMemory {
  readonly features: number;
  /** The dense features once more, where the backend computes. */
  readonly backend: number;
  readonly probabilities: number;
  /** Items behind these figures. */
  readonly rows: number;
}

export interface PredictionRow {
  readonly itemId: ItemId;
  readonly proposal: Proposal;
}

export interface LearnApi
  extends TeachApi,
    TrustApi,
    QualityApi,
    BrowseLearnApi,
    OversightApi,
    NetworkApi {
  /** Opens a project: encodes what is not yet encoded, replays events, publishes a queue. */
  open(projectId: ProjectId, listener: (status: LearnerStatus) => void): Promise<Outcome<null>>;
  /** Events that were just appended and are durable. Resolves when learned. */
  learn(events: readonly HoneEvent[]): Promise<Outcome<LearnerStatus>>;
  /** Items or settings changed: re-read, encode the new ones. */
  refresh(): Promise<Outcome<null>>;
  /** Resolves when the work that belongs between answers (hyper-parameters, cache) is done. */
  settle(): Promise<Outcome<null>>;
  /** The model's view of content that is not in the project. Leaves no trace. */
  predictContents(contents: readonly ItemContent[]): Promise<Outcome<readonly Proposal[]>>;
  /** The model's view of these items (labelled ones included). */
  predict(itemIds: readonly ItemId[]): Promise<Outcome<readonly PredictionRow[]>>;
  saveCheckpoint(
    id: CheckpointId,
    name: string,
    reason: Checkpoint['reason'],
  ): Promise<Outcome<Checkpoint>>;
  exportModel(id: CheckpointId | null, kind: 'json' | 'tfjs'): Promise<Outcome<Blob>>;
  compare(a: CheckpointId, b: CheckpointId): Promise<Outcome<CheckpointComparison>>;
  measureBackends(): Promise<readonly BackendMeasurement[]>;
  setBackend(choice: BackendChoice): Promise<Outcome<null>>;
  close(): Promise<void>;
}

export interface CheckpointComparison {
  /** Items on which the two disagree. */
  readonly differing: number;
  readonly pool: number;
  readonly examples: readonly {
    readonly itemId: ItemId;
    readonly a: Proposal;
    readonly b: Proposal;
  }[];
  /** Both measured on the same audit answers. */
  readonly qualityA: QualityFigure | null;
  readonly qualityB: QualityFigure | null;
}
