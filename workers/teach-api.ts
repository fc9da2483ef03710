/** Types of explanations and of feedback beyond labels, between the page and the learning worker. */
import type { FeatureRef } from '../src/domain/explanation/feature.ts';
import type { Gesture } from '../src/domain/explanation/gestures.ts';
import type {
  ClassId,
  EventId,
  ItemContent,
  ItemId,
  QualityFigure,
} from '../src/domain/records.ts';
import type {
  AttributedPart,
  ContentChange,
  CounterfactualKind,
} from '../src/modalities/explain-contract.ts';
import type { Outcome, Proposal } from './api.ts';

/** Why the model answers what it answers, for one content. */
export interface Explanation {
  readonly content: ItemContent;
  readonly proposal: Proposal;
  /** Order of the classes in all arrays below. */
  readonly classIds: readonly ClassId[];
  readonly parts: readonly AttributedPart[];
  readonly intercept: readonly number[];
  readonly remainder: readonly number[];
  /** The nearest items with an answer, nearest first, at most five. */
  readonly neighbours: readonly Neighbour[];
  /** The last event the model had learned. */
  readonly model: EventId | null;
}

export interface Neighbour {
  readonly itemId: ItemId;
  /** Cosine in the latent view, at most 1. */
  readonly similarity: number;
  readonly classes: readonly ClassId[];
}

/** An item of the project, or an edited copy of it that is nowhere stored. */
export interface ExplainRequest {
  readonly itemId: ItemId;
  readonly content?: ItemContent;
}

export interface CounterfactualQuery {
  readonly itemId: ItemId;
  readonly target: ClassId | null;
  readonly count: number;
}

export interface Counterfactual {
  readonly kind: CounterfactualKind;
  readonly content: ItemContent;
  readonly changes: readonly ContentChange[];
  readonly before: Proposal;
  /** By a full forward pass of the changed content. */
  readonly after: Proposal;
  /** What a yes says it is: the model's new answer; its next best where it keeps the old one. */
  readonly to: readonly ClassId[];
  readonly isProvedMinimal: boolean;
  readonly measures: {
    /** Parts changed: words, columns or places. */
    readonly sparsity: number;
    /** Share of the parts that stay, in [0, 1]. */
    readonly proximity: number;
    /** Share of the five nearest answered items with the new answer, or null with fewer than five. */
    readonly plausibility: number | null;
  };
}

export interface CounterfactualReport {
  readonly found: readonly Counterfactual[];
  /** Without the parts the answer leans on most, whether the model flips by it or not; null = none such. */
  readonly question: Counterfactual | null;
  /** Share of the proposals that flip when scored anew: always 1 of those shown. */
  readonly validity: number | null;
  /** Mean share of words that two proposals do not have in common, or null with fewer than two. */
  readonly diversity: number | null;
  readonly tried: number;
  readonly searchMs: number;
  /** Why nothing was found, in plain words; null when something was. */
  readonly failure: string | null;
}

export type FeatureSort = 'weight' | 'items' | 'name' | 'said';

export interface FeatureQuery {
  readonly search: string;
  /** Sort by the weight towards this class; null = by the largest weight of any. */
  readonly classId: ClassId | null;
  readonly sort: FeatureSort;
  readonly isSaidOnly: boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface FeatureList {
  readonly classIds: readonly ClassId[];
  readonly total: number;
  readonly rows: readonly FeatureRow[];
}

export interface FeatureRow {
  readonly feature: FeatureRef;
  /** Centred over the classes, [classes]; null for a word that no item has. */
  readonly weights: readonly number[] | null;
  readonly items: number;
  /** Standing marks on this feature, newest last. */
  readonly said: readonly EventId[];
  readonly conflict: FeatureConflict | null;
}

/** The labels speak against what was said of a feature. */
export interface FeatureConflict {
  readonly eventId: EventId;
  /** Labelled items with the feature, and those among them that disagree. */
  readonly labels: number;
  readonly disagree: number;
}

/** A word whose answer would tell the model most: variance of its weight times its frequency. */
export interface FeatureQuestion {
  readonly feature: FeatureRef;
  readonly items: number;
}

export interface FeedbackAccount {
  /** The newest blind audit answers it is measured on, at most 40. */
  readonly n: number;
  readonly gestures: readonly GestureAccount[];
  readonly all: AccountFigure;
}

export interface AccountFigure {
  /** Acts that stand. */
  readonly count: number;
  /** Right answers with and without this feedback, of the same n; null without blind answers. */
  readonly withIt: number | null;
  readonly without: number | null;
  /** Exact two-sided McNemar test on the answers that differ; null without blind answers. */
  readonly pValue: number | null;
}

export interface GestureAccount extends AccountFigure {
  readonly gesture: Gesture;
  /** How strongly it counts: 1 = as it is, 0 = not at all, up to 2. */
  readonly strength: number;
  /** Answers drawn at random that the strength rests on; with none it is 1. */
  readonly scored: number;
  /** Acts without which the blind answers would be better by log loss, worst first, at most ten. */
  readonly hurting: readonly EventId[];
}

/** The project's own pairs, held out: random test sets hide what feedback gains. */
export interface ContrastReport {
  readonly pairs: number;
  readonly held: number;
  /** Both members right; null while none is held out. */
  readonly pairwise: QualityFigure | null;
  readonly originals: QualityFigure | null;
  readonly edited: QualityFigure | null;
}

export interface TeachApi {
  /** Why the model answers what it answers. Leaves no trace. */
  explain(request: ExplainRequest): Promise<Outcome<Explanation>>;
  /** The smallest changes that flip the answer. */
  counterfactuals(query: CounterfactualQuery): Promise<Outcome<CounterfactualReport>>;
  /** The model's vocabulary with weights and what was said of it. */
  features(query: FeatureQuery): Promise<Outcome<FeatureList>>;
  /** At most three words of this item that are worth a question; none when nothing would tell much. */
  featureQuestions(itemId: ItemId): Promise<Outcome<readonly FeatureQuestion[]>>;
  /** What the feedback has brought so far, per gesture. */
  feedbackAccount(): Promise<Outcome<FeedbackAccount>>;
  contrast(): Promise<Outcome<ContrastReport>>;
  /** What the project's items are like (`Explainer.overview`), for views; null where there is none. */
  overview(): Promise<Outcome<unknown>>;
}
