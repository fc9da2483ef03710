/**
 * The nouns of Hone. Everything here is plain data: it survives structured clone, JSON and a
 * backup file unchanged. Ids are branded so that an item id cannot be passed for a class id.
 */

import type { Focus } from './focus.ts';
import type { RoutingSettings } from './trust/settings.ts';

declare const brand: unique symbol;
export type Branded<T, B extends string> = T & { readonly [brand]: B };

export type ProjectId = Branded<string, 'ProjectId'>;
export type ItemId = Branded<string, 'ItemId'>;
export type EventId = Branded<string, 'EventId'>;
export type ClassId = Branded<string, 'ClassId'>;
export type CheckpointId = Branded<string, 'CheckpointId'>;
export type ImportId = Branded<string, 'ImportId'>;
export type DeviceId = Branded<string, 'DeviceId'>;
export type AnnotatorId = Branded<string, 'AnnotatorId'>;

/** One class per item, or any number of them (none included). */
export type LabelMode = 'single' | 'multi';

/** When the model's proposal is shown. `after` is the default: shown first, it anchors people. */
export type ProposalTiming = 'before' | 'after' | 'never';

export interface ClassDefinition {
  readonly id: ClassId;
  readonly name: string;
  /** Index into the colour-blind-safe palette (`ui/palette.ts`), 0-based, wraps around. */
  readonly colour: number;
  /** The one key that answers with this class: a single lower-case character, or '' for none. */
  readonly key: string;
  readonly description: string;
  readonly goodExamples: readonly string[];
  readonly badExamples: readonly string[];
  /** Retired classes are no longer offered or learned; their labels stay. */
  readonly retired: boolean;
  /** Set when this class was merged: its labels count as labels of that class. */
  readonly mergedInto: ClassId | null;
}

export interface ProjectSettings {
  readonly proposal: ProposalTiming;
  /** Share of the questions drawn at random and held out to measure quality, 0 to 0.5. */
  readonly auditShare: number;
  /** Share of the questions that are silent repeats, 0 to 0.2; absent = `DEFAULT_REPEAT_SHARE`. */
  readonly repeatShare?: number;
  /** How much labelling was agreed on; absent or null = as much as one likes. */
  readonly budget?: Budget | null;
  /** What things cost, in one currency; absent or null = unknown. */
  readonly costs?: Costs | null;
  /** A key of the strategy registry (`domain/query/index.ts`). */
  readonly strategy: string;
  readonly restNudge: boolean;
  /** Minutes of unbroken work before the nudge to rest. */
  readonly restAfterMinutes: number;
  /** Extra imported fields shown beside the item. */
  readonly shownFields: readonly string[];
  /** Share of the pairs (item, edited copy) held out as a contrast test set, 0 to 0.5; absent = 0. */
  readonly contrastShare?: number;
  /** Tables: the columns, in the order of the file. */
  readonly columns?: readonly ColumnSpec[];
  /** Which encoder of the modality reads the items; absent = its default. */
  readonly encoder?: string;
  /** Which head decides; absent = the one cross-validation prefers. */
  readonly head?: string;
  /** Who decides about incoming items; absent = `DEFAULT_ROUTING`. */
  readonly routing?: RoutingSettings;
  /** Learned answers are weighed so that group and class are independent; absent or null = all count alike. */
  readonly reweighing?: Reweighing | null;
  /** Questions steered to one group of items; absent or null = none. */
  readonly focus?: Focus | null;
  /** Sound: samples per second of every item, and the length recordings are cut into (null = whole). */
  readonly sound?: { readonly rate: number; readonly windowMs: number | null };
}

/** Of which class, and by which column or imported field the groups are. */
export interface Reweighing {
  readonly classId: ClassId;
  readonly field: string;
}

/** Answers, minutes of decisions, or money (`costs.perHour`); the amount is above 0. */
export interface Budget {
  readonly kind: 'answers' | 'minutes' | 'money';
  readonly amount: number;
}

export interface Costs {
  /** Of an hour of labelling, >= 0; null = unknown. */
  readonly perHour: number | null;
  /** Of one item that the finished model gets wrong, >= 0; null = unknown. */
  readonly perError: number | null;
  /** What stands behind an amount, such as EUR; '' = nothing. */
  readonly currency: string;
}

/** What a person decided about a project: a fold over its events (`domain/project.ts`). */
export interface Project {
  readonly id: ProjectId;
  readonly name: string;
  /** A key of the modality registry (`modalities/metas.ts`). */
  readonly modality: string;
  readonly mode: LabelMode;
  readonly classes: readonly ClassDefinition[];
  /** Markdown. */
  readonly guidelines: string;
  readonly settings: ProjectSettings;
  /** Seed of every random choice made for this project. */
  readonly seed: number;
  readonly createdAt: number;
  readonly sample: string | null;
}

/** Small numbers about a project, kept beside it so that the gallery needs no scan. */
export interface ProjectSummary {
  readonly items: number;
  /** Items with a standing answer by a person. */
  readonly answered: number;
  /** Items whose label came with the import. */
  readonly given: number;
  readonly quality: QualityFigure | null;
  readonly lastOpenedAt: number;
  readonly lastBackupAt: number | null;
}

/** A proportion from the audit stream with its 95 % Wilson interval, all in [0, 1]. */
export interface QualityFigure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

export type ItemContent = TextContent | TableContent | ImageContent | SoundContent;

export interface TextContent {
  readonly kind: 'text';
  readonly text: string;
}

/** One row of a table. */
export interface TableContent {
  readonly kind: 'table';
  /** Column name -> cell as it was imported; '' = missing. What a cell means is `settings.columns`. */
  readonly cells: Readonly<Record<string, string>>;
}

/** Names a stored file by its bytes: hex SHA-256. */
export type BlobHash = Branded<string, 'BlobHash'>;

export interface ImageContent {
  readonly kind: 'image';
  readonly blob: BlobHash;
  readonly name: string;
  /** Pixels, upright: orientation tags are applied. */
  readonly width: number;
  readonly height: number;
  /** An edited copy: these places are filled otherwise, in order. */
  readonly patches?: readonly RegionPatch[];
}

export interface SoundContent {
  readonly kind: 'sound';
  /** Mono 16-bit WAV of exactly this stretch, at the rate of the project. */
  readonly blob: BlobHash;
  readonly name: string;
  /** Where the stretch begins in the recording it was cut from. */
  readonly startMs: number;
  readonly durationMs: number;
  /** An edited copy: these places of the spectrogram are filled otherwise, in order. */
  readonly patches?: readonly RegionPatch[];
}

/**
 * A rectangle as shares of the whole, all in [0, 1]. Images: from the upper left. Sound: x is time,
 * y is pitch from the highest (0) to the lowest (1), as a spectrogram is drawn.
 */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface RegionPatch {
  readonly region: Region;
  /** `mean`: the mean of what lies outside all patches. `item`: what another item has at that place. */
  readonly fill: { readonly kind: 'mean' } | { readonly kind: 'item'; readonly blob: BlobHash };
}

export type ColumnType = 'number' | 'category' | 'date' | 'text' | 'ignore';

/** What a column of a table is, as found or as the person corrected it. */
export interface ColumnSpec {
  readonly name: string;
  readonly type: ColumnType;
  /** Counterfactuals leave a locked column as it is. */
  readonly isLocked?: boolean;
}

/** `decide`: the model answers, a person where it is in doubt. */
export type ImportPurpose = 'decide';

export interface Item {
  readonly id: ItemId;
  readonly projectId: ProjectId;
  /** Position in the project, 0-based, gapless, in import order: the row of every matrix. */
  readonly ordinal: number;
  /** Hex content hash (first 32 digits of SHA-256): equal content, equal hash. */
  readonly hash: string;
  readonly externalId: string | null;
  readonly content: ItemContent;
  /** The other imported columns, as text. */
  readonly fields: Readonly<Record<string, string>>;
  /** Classes that came with the import and count as labels, or null. */
  readonly given: readonly ClassId[] | null;
  /** Hidden true classes for demonstrations (never shown to the learner), or null. */
  readonly oracle: readonly ClassId[] | null;
  readonly importId: ImportId;
}

/** Why and how a question came up: recorded with every answer, from the first day. */
export interface QuestionRecord {
  readonly strategy: string;
  /** The model that asked: the last event it had learned, or null before any. */
  readonly model: EventId | null;
  /** The newest stored checkpoint the asking model descends from, or null. */
  readonly checkpoint: CheckpointId | null;
  /** The strategy's score, higher = rather asked; null where the draw was random. */
  readonly score: number | null;
  /** Probability with which this item was selected from the pool, in (0, 1]; 1 = deterministic. */
  readonly probability: number;
  /** True when drawn uniformly at random for the audit stream. */
  readonly audit: boolean;
  readonly poolSize: number;
  /** True when the item had been answered before and came up again to measure self-agreement. */
  readonly repeat?: true;
}

/** What the model thought of the item when it was asked. */
export interface ProposalRecord {
  readonly classes: readonly ClassId[];
  /** Probability of the proposed answer in [0, 1]: of the class (single) or of the set (multi). */
  readonly probability: number;
  readonly shown: ProposalTiming;
  readonly model: EventId | null;
}

/** Description of a stored model. The weights lie beside it in `storage`. */
export interface Checkpoint {
  readonly id: CheckpointId;
  readonly projectId: ProjectId;
  readonly name: string;
  readonly createdAt: number;
  /** Checkpoint this one descends from. */
  readonly parent: CheckpointId | null;
  readonly reason: 'automatic' | 'asked' | 'rollback';
  /** The newest event the model had learned. */
  readonly learnedUpTo: EventId | null;
  readonly labels: number;
  readonly metrics: CheckpointMetrics;
  readonly backend: string;
  readonly encoder: string;
  readonly sizeBytes: number;
  /** Hex SHA-256 of the weights. */
  readonly hash: string;
}

export interface CheckpointMetrics {
  readonly accuracy: QualityFigure | null;
  readonly macroF1: number | null;
  readonly audits: number;
}
