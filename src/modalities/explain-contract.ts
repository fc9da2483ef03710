/**
 * Contract of an explainer: from a linear head and an item to what spoke for what, and to the
 * smallest changes that would change the answer. Pure; runs in workers.
 */
import type { FeatureRef } from '../domain/explanation/feature.ts';
import type { ItemContent, ItemId, LabelMode, Region } from '../domain/records.ts';
import type { EncodeTools, Features } from './contract.ts';

/** Weights of the head, row-major, one column per class: score_c = b_c + sum_j x_j w_jc. */
export interface LinearHead {
  readonly classes: number;
  readonly sparse: Float32Array;
  readonly dense: Float32Array;
  readonly intercept: Float32Array;
}

interface PartBase {
  /** What feedback on this part would be about. */
  readonly feature: FeatureRef;
  /** Through named features: exact. [classes] */
  readonly named: readonly number[];
  /** Through the latent view, attributed to this part. [classes] */
  readonly latent: readonly number[];
}

/** A stretch of a text. Parts are in order and do not overlap. */
export interface SpanPart extends PartBase {
  readonly kind: 'span';
  /** UTF-16 offsets into the original text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A column of a table. */
export interface ColumnPart extends PartBase {
  readonly kind: 'column';
  readonly column: string;
}

/** A place of an image or a spectrogram. Parts do not overlap. */
export interface RegionPart extends PartBase {
  readonly kind: 'region';
  readonly region: Region;
}

/** What one part of an item adds to the score of each class. */
export type AttributedPart = SpanPart | ColumnPart | RegionPart;

/** parts + intercept + remainder = score, class by class. */
export interface Attribution<Part extends AttributedPart = AttributedPart> {
  readonly parts: readonly Part[];
  readonly intercept: readonly number[];
  /** What cannot be said of any part. */
  readonly remainder: readonly number[];
}

/** One replaced stretch of the original: `put` is '' where it is only removed. */
export interface SpanChange {
  readonly kind: 'span';
  /** UTF-16 offsets into the original text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly removed: string;
  readonly put: string;
}

/** Another value in a column. */
export interface CellChange {
  readonly kind: 'cell';
  readonly column: string;
  readonly removed: string;
  readonly put: string;
}

/** A place filled otherwise; `put` names the item whose place it is, '' = the mean. */
export interface RegionChange {
  readonly kind: 'region';
  readonly region: Region;
  readonly removed: string;
  readonly put: string;
}

export type ContentChange = SpanChange | CellChange | RegionChange;

/** An answered item like the one to be changed, with another answer. */
export interface Donor<Input> {
  readonly itemId: ItemId;
  readonly content: ItemContent;
  readonly input: Input;
  /** Class indices of the standing answer. */
  readonly classes: readonly number[];
}

export interface CounterfactualRequest<Input = ItemContent> {
  readonly content: ItemContent;
  readonly input: Input;
  readonly head: LinearHead;
  readonly mode: LabelMode;
  /** Class to reach (single) or to switch (multi); null = whichever is nearest. */
  readonly target: number | null;
  /** At most so many, each touching other parts first. */
  readonly count: number;
  readonly kinds: readonly CounterfactualKind[];
  /** Changes called nonsense before, by `changeKey`: they must not be proposed again. */
  readonly banned: ReadonlySet<string>;
  /** Columns that must stay as they are. */
  readonly locked?: ReadonlySet<string>;
  /** Nearest answered items with another answer than the model gives this one, nearest first. */
  readonly donors?: () => Promise<readonly Donor<Input>[]>;
  /** Reads a changed content, as `Encoder.load`. */
  readonly load?: (content: ItemContent) => Promise<Input>;
  readonly tools?: EncodeTools;
}

export type CounterfactualKind = 'delete' | 'replace';

export interface FoundCounterfactual<
  Content extends ItemContent = ItemContent,
  Change extends ContentChange = ContentChange,
> {
  readonly kind: CounterfactualKind;
  readonly content: Content;
  readonly changes: readonly Change[];
  /** Class probabilities of the changed content by a full forward pass, [classes]. */
  readonly probabilities: readonly number[];
  /** True when it was proved that no smaller change of this kind flips the answer. */
  readonly isProvedMinimal: boolean;
}

export interface CounterfactualResult<
  Content extends ItemContent = ItemContent,
  Change extends ContentChange = ContentChange,
> {
  readonly found: readonly FoundCounterfactual<Content, Change>[];
  /** Contents scored during the search. */
  readonly tried: number;
}

/** How much of an item its changes touch: parts of its own kind (words, columns, places). */
export interface Extent {
  readonly changed: number;
  readonly total: number;
}

type Now<T> = T | Promise<T>;

export interface Explainer<State, Input = ItemContent> {
  readonly attribute: (
    state: State,
    input: Input,
    head: LinearHead,
    tools?: EncodeTools,
  ) => Now<Attribution>;
  readonly counterfactuals: (
    state: State,
    request: CounterfactualRequest<Input>,
  ) => Now<CounterfactualResult>;
  /**
   * The item without the few parts its answer leans on most, to ask about: the model need not flip by
   * it. Null where there is nothing to ask. `target` names the class the answer is weighed against.
   */
  readonly withoutStrongest?: (
    state: State,
    request: CounterfactualRequest<Input>,
  ) => Now<FoundCounterfactual | null>;
  /** Names of the sparse columns. */
  readonly names: (state: State) => readonly string[];
  /** Sparse columns a feature stands for; none = nothing in the project has it. */
  readonly columnsOf: (state: State, feature: FeatureRef) => readonly number[];
  /**
   * Sparse columns that can only grow with the feature, where more or less of it means something: a
   * mark for a class then says that none of them may lower it. Null elsewhere.
   */
  readonly risingColumns?: (state: State, feature: FeatureRef) => readonly number[] | null;
  /**
   * What the feature does through the latent view: differences of rows with and without it, which
   * are drawn to zero when it is called irrelevant. Null when it does nothing.
   */
  readonly influenceOf?: (state: State, feature: FeatureRef) => Now<Features | null>;
  /** The feature that sparse column `column` is, for lists of what the model knows. */
  readonly featureAt: (state: State, column: number) => FeatureRef;
  /** False for sparse columns that are no feature a person could speak of; absent = all are. */
  readonly isFeature?: (state: State, column: number) => boolean;
  /** What a person typed or selected, as a feature; null when it names none. */
  readonly featureOf: (input: string) => FeatureRef | null;
  /** Names a single change in the encoder's spelling, however the item was written: for bans. */
  readonly changeKey: (change: NamedChange) => string;
  readonly extentOf: (content: ItemContent, changes: readonly ContentChange[]) => Extent;
  /** What the project's items are like (distributions of columns and such), for views; plain data. */
  readonly overview?: (state: State) => unknown;
}

/** A change as it is kept with a verdict: `at` says where, for kinds whose values repeat. */
export interface NamedChange {
  readonly removed: string;
  readonly put: string;
  readonly at?: string;
}

/** Where a change is, for `NamedChange.at`; undefined for words, which are known by themselves. */
export function placeOf(change: ContentChange): string | undefined {
  if (change.kind === 'cell') return change.column;
  if (change.kind === 'span') return undefined;
  const { x, y, width, height } = change.region;
  return [x, y, width, height].map((share) => share.toFixed(3)).join(' ');
}

export function toNamed(change: ContentChange): NamedChange {
  const at = placeOf(change);
  return { removed: change.removed, put: change.put, ...(at === undefined ? {} : { at }) };
}
