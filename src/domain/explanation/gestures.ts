/** What a person can say beyond a label. Each becomes rows or priors (`to-terms.ts`). */
import type { ClassId, EventId, ItemContent, ItemId, Region } from '../records.ts';
import type { FeatureRef } from './feature.ts';

/** `later` asks again another time and changes nothing in the model. */
export type FeatureStance = 'for' | 'against' | 'irrelevant' | 'later';

/** A hint fades as labels grow; a rule keeps its share however many there are. */
export type FeedbackStrength = 'hint' | 'rule';

export interface FeatureMark {
  readonly feature: FeatureRef;
  readonly stance: FeatureStance;
  /** Null for `irrelevant` and `later`. */
  readonly classId: ClassId | null;
  readonly strength: FeedbackStrength;
  /** Where it was said, or null (the room of features). */
  readonly itemId: ItemId | null;
  /** True when the model had asked. */
  readonly asked: boolean;
}

export type EditStance = 'flips' | 'must-not-matter' | 'boundary';

/** An edited copy of an item: a virtual item, tied to its original, never counted as data. */
export interface SavedEdit {
  readonly itemId: ItemId;
  readonly content: ItemContent;
  readonly stance: EditStance;
  /** `flips`: what the copy is. `must-not-matter`: what it still is. `boundary`: the two it lies between. */
  readonly classes: readonly ClassId[];
  readonly durationMs: number;
}

export type Verdict = 'flips' | 'stays' | 'nonsense';

/** One change of a proposed counterfactual: `put` is null where something was only removed. */
export interface ProposedChange {
  readonly removed: string;
  readonly put: string | null;
  /** Which column or place; absent where the words themselves say it. */
  readonly at?: string;
}

/** What a person thinks of a counterfactual that the model proposed. */
export interface Judgement {
  readonly itemId: ItemId;
  readonly content: ItemContent;
  readonly changes: readonly ProposedChange[];
  /** The model's answer before and after the change. */
  readonly from: readonly ClassId[];
  readonly to: readonly ClassId[];
  readonly verdict: Verdict;
  /** The last event the proposing model had learned. */
  readonly model: EventId | null;
  readonly durationMs: number;
}

export type RegionStance = 'evidence' | 'irrelevant';

/** Places of an item that a person painted: they are the evidence, or have nothing to do with it. */
export interface RegionMark {
  readonly itemId: ItemId;
  readonly regions: readonly Region[];
  /** The item with those places filled by the mean. */
  readonly without: ItemContent;
  readonly stance: RegionStance;
  /** What the places are evidence of; null for `irrelevant`. */
  readonly classId: ClassId | null;
  readonly durationMs: number;
}

/** Kinds of feedback, as accounts name them. */
export type Gesture =
  | 'word-for'
  | 'word-irrelevant'
  | 'region-evidence'
  | 'region-irrelevant'
  | 'edit'
  | 'judged';
