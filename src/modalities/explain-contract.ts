/**
 * Contract of an explainer: from a linear head and an item to what spoke for what, and to the
 * smallest changes that would change the answer. Pure; runs in workers.
 */
import type { FeatureRef } from '../domain/explanation/feature.ts';
import type { ItemContent, LabelMode } from '../domain/records.ts';

/** Weights of the head, row-major, one column per class: score_c = b_c + sum_j x_j w_jc. */
export interface LinearHead {
  readonly classes: number;
  readonly sparse: Float32Array;
  readonly dense: Float32Array;
  readonly intercept: Float32Array;
}

/** What one part of an item adds to the score of each class. */
export interface AttributedPart {
  /** UTF-16 offsets into the original text, end exclusive. Parts are in order and do not overlap. */
  readonly start: number;
  readonly end: number;
  /** What feedback on this part would be about. */
  readonly feature: FeatureRef;
  /** Through named features: exact. [classes] */
  readonly named: readonly number[];
  /** Through the latent view, projected back: exact at the length the item has. [classes] */
  readonly latent: readonly number[];
}

/** parts + intercept + remainder = score, class by class. */
export interface Attribution {
  readonly parts: readonly AttributedPart[];
  readonly intercept: readonly number[];
  /** What cannot be said of any part. */
  readonly remainder: readonly number[];
}

/** One replaced stretch of the original: `put` is '' where it is only removed. */
export interface ContentChange {
  /** UTF-16 offsets into the original text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly removed: string;
  readonly put: string;
}

export interface CounterfactualRequest {
  readonly content: ItemContent;
  readonly head: LinearHead;
  readonly mode: LabelMode;
  /** Class to reach (single) or to switch (multi); null = whichever is nearest. */
  readonly target: number | null;
  /** At most so many, each touching other words first. */
  readonly count: number;
  readonly kinds: readonly CounterfactualKind[];
  /** Changes called nonsense before, by `changeKey`: they must not be proposed again. */
  readonly banned: ReadonlySet<string>;
}

export type CounterfactualKind = 'delete' | 'replace';

export interface FoundCounterfactual {
  readonly kind: CounterfactualKind;
  readonly content: ItemContent;
  readonly changes: readonly ContentChange[];
  /** Class probabilities of the changed content by a full forward pass, [classes]. */
  readonly probabilities: readonly number[];
  /** True when it was proved that no smaller deletion flips the answer. */
  readonly isProvedMinimal: boolean;
}

export interface CounterfactualResult {
  readonly found: readonly FoundCounterfactual[];
  /** Contents scored during the search. */
  readonly tried: number;
}

export interface Explainer<State> {
  readonly attribute: (state: State, content: ItemContent, head: LinearHead) => Attribution;
  readonly counterfactuals: (state: State, request: CounterfactualRequest) => CounterfactualResult;
  /** Names of the sparse columns. */
  readonly names: (state: State) => readonly string[];
  /** Sparse columns a feature stands for; none = nothing in the project has it. */
  readonly columnsOf: (state: State, feature: FeatureRef) => readonly number[];
  /** What a person typed or selected, as a feature; null when no word is in it. */
  readonly featureOf: (input: string) => FeatureRef | null;
  /** Names a single change in the encoder's spelling, however the item was written: for bans. */
  readonly changeKey: (change: Pick<ContentChange, 'removed' | 'put'>) => string;
}
