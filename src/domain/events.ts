/**
 * The union of human decisions. An event is appended once and never changed; current labels,
 * history, undo, progress and export are folds over events sorted by id. Ids are ULIDs, so
 * sorting by id sorts by time, and two devices merge by set union.
 */
import type { FeatureMark, Judgement, RegionMark, SavedEdit } from './explanation/gestures.ts';
import type {
  AnnotatorId,
  CheckpointId,
  ClassDefinition,
  ClassId,
  DeviceId,
  EventId,
  ImportId,
  ItemId,
  LabelMode,
  ProjectId,
  ProjectSettings,
  ProposalRecord,
  QuestionRecord,
} from './records.ts';

interface EventBase {
  readonly id: EventId;
  readonly projectId: ProjectId;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly by: AnnotatorId;
  readonly device: DeviceId;
}

/** What every decision about one item keeps: how it came up and how long it took. */
interface ItemDecision {
  readonly itemId: ItemId;
  /** Milliseconds from painted to decided, idle time capped (`MAX_DURATION_MS`). */
  readonly durationMs: number;
  /** Null when the person picked the item, rather than the model. */
  readonly question: QuestionRecord | null;
  readonly proposal: ProposalRecord | null;
  /** Shared by decisions that one press made of many items; absent where it made one. */
  readonly press?: EventId;
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
  /** Feedback that no longer counts: the model is then the one that never had it. */
  | { readonly type: 'feedback-withdrawn'; readonly targets: readonly EventId[] }
  | { readonly type: 'undone'; readonly target: EventId }
  | { readonly type: 'redone'; readonly target: EventId }
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
