/**
 * The union of human decisions. An event is appended once and never changed; current labels,
 * history, undo, progress and export are folds over events sorted by id. Ids are ULIDs, so
 * sorting by id sorts by time, and two devices merge by set union.
 */
import type { FeatureMark, Judgement, RegionMark, SavedEdit } from './explanation/gestures.ts';
import type { Link } from './oversight/chain.ts';
import type { RelabellingCause } from './oversight/relabelling.ts';
import type {
  AnnotatorId,
  CheckpointId,
  ClassDefinition,
  ClassId,
  DeviceId,
  EventId,
  ImportId,
  ImportPurpose,
  ItemId,
  LabelMode,
  ProjectId,
  ProjectSettings,
  ProposalRecord,
  QuestionRecord,
} from './records.ts';
import type { DecisionSettled, ItemsRouted, LevelChanged } from './trust/decisions.ts';

interface EventBase {
  readonly id: EventId;
  readonly projectId: ProjectId;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly by: AnnotatorId;
  readonly device: DeviceId;
  /**
   * The first event of those that one act of the person made together (fifty items labelled with
   * one key): undo and redo act on all of them. Absent where the act made one event.
   */
  readonly batch?: EventId;
}

/** What every decision about one item keeps: how it came up and how long it took. */
interface ItemDecision {
  readonly itemId: ItemId;
  /** Milliseconds from painted to decided, idle time capped (`MAX_DURATION_MS`). */
  readonly durationMs: number;
  /** Null when the person picked the item, rather than the model. */
  readonly question: QuestionRecord | null;
  readonly proposal: ProposalRecord | null;
}

interface Flip {
  readonly target: EventId;
  /** Where the act is in the decision log: taking it back is an entry of the log as well. */
  readonly link?: Link;
}

export type EventBody =
  | {
      readonly type: 'project-created';
      readonly name: string;
      readonly modality: string;
      readonly mode: LabelMode;
      readonly classes: readonly ClassDefinition[];
      readonly guidelines: string;
      readonly settings: ProjectSettings;
      readonly seed: number;
      readonly sample: string | null;
    }
  | { readonly type: 'project-renamed'; readonly name: string }
  | {
      readonly type: 'settings-changed';
      readonly patch: Partial<ProjectSettings>;
    }
  | { readonly type: 'guidelines-changed'; readonly markdown: string }
  | { readonly type: 'class-added'; readonly definition: ClassDefinition }
  | {
      readonly type: 'class-changed';
      readonly classId: ClassId;
      readonly patch: Partial<
        Pick<
          ClassDefinition,
          'name' | 'colour' | 'key' | 'description' | 'goodExamples' | 'badExamples'
        >
      >;
    }
  | {
      readonly type: 'class-merged';
      readonly from: ClassId;
      readonly into: ClassId;
    }
  | { readonly type: 'class-retired'; readonly classId: ClassId }
  | { readonly type: 'class-restored'; readonly classId: ClassId }
  | {
      readonly type: 'items-imported';
      readonly importId: ImportId;
      readonly source: string;
      readonly format: string;
      readonly added: number;
      readonly duplicates: number;
      readonly rejected: number;
      /** Items to be decided about, rather than to be learned from; absent = a pool. */
      readonly purpose?: ImportPurpose;
      /** Items there were before it: none of its own has a smaller ordinal. */
      readonly from?: number;
    }
  | ({
      readonly type: 'answered';
      readonly classes: readonly ClassId[];
    } & ItemDecision)
  | ({ readonly type: 'skipped' } & ItemDecision)
  | ({ readonly type: 'marked-unsure' } & ItemDecision)
  | { readonly type: 'flagged'; readonly itemId: ItemId; readonly note: string }
  | { readonly type: 'unflagged'; readonly itemId: ItemId }
  | ({ readonly type: 'feature-marked' } & FeatureMark)
  | ({ readonly type: 'region-marked' } & RegionMark)
  | ({ readonly type: 'edit-saved' } & SavedEdit)
  | ({ readonly type: 'counterfactual-judged' } & Judgement)
  /** What the model decided about incoming items, and what it left to people. */
  | ({ readonly type: 'items-routed' } & ItemsRouted)
  | ({ readonly type: 'decision-settled' } & DecisionSettled)
  | ({ readonly type: 'level-changed' } & LevelChanged)
  /** Items to be asked about before all others, until each is decided on or the person ends it. */
  | {
      readonly type: 'relabelling-opened';
      readonly cause: RelabellingCause;
      readonly itemIds: readonly ItemId[];
    }
  | { readonly type: 'relabelling-ended'; readonly opened: EventId }
  /** Feedback that no longer counts: the model is then the one that never had it. */
  | { readonly type: 'feedback-withdrawn'; readonly targets: readonly EventId[] }
  /** The target of these two is an act: an event, or the batch of those made together with it. */
  | ({ readonly type: 'undone' } & Flip)
  | ({ readonly type: 'redone' } & Flip)
  | {
      readonly type: 'checkpoint-saved';
      readonly checkpointId: CheckpointId;
      readonly name: string;
    }
  | {
      readonly type: 'checkpoint-renamed';
      readonly checkpointId: CheckpointId;
      readonly name: string;
    }
  | { readonly type: 'checkpoint-deleted'; readonly checkpointId: CheckpointId }
  | {
      /** Answers after `upTo` and before this event are set aside by the learner, not lost. */
      readonly type: 'rolled-back';
      readonly checkpointId: CheckpointId;
      readonly upTo: EventId | null;
    };

export type HoneEvent = EventBase & EventBody;
export type EventType = HoneEvent['type'];
export type EventOf<T extends EventType> = Extract<HoneEvent, { type: T }>;

/** Longest time one decision may claim: a tab left open over night is not four hours of work. */
export const MAX_DURATION_MS = 120_000;
