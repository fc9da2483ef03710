/**
 * Contract of what a person sees of a modality: four components, fed by properties alone. What a
 * person does goes out through callbacks; which command it becomes is the rooms' business.
 * In `Explained` the element that shows the item carries `data-study-main`, and every part that can
 * be picked `data-feature` with its key, so that the focus finds its way back.
 */
import type { ComponentType } from 'preact';
import type { FeatureRef } from '../domain/explanation/feature.ts';
import type {
  BlobHash,
  ItemContent,
  LabelMode,
  ProjectSettings,
  Region,
} from '../domain/records.ts';
import type { AttributedPart, ContentChange } from './explain-contract.ts';

/** Stored files of the open project. All reject when the file is not on this device. */
export interface Media {
  readonly blob: (hash: BlobHash) => Promise<Blob>;
  /** An object URL, kept for as long as the project is open; asked twice, the same. What moves stands still. */
  readonly url: (hash: BlobHash) => Promise<string>;
  /** Of a large picture, upright: a small copy, kept or made now in a worker. Else like `url`. */
  readonly thumbnail: (hash: BlobHash) => Promise<string>;
}

export interface ViewContext {
  readonly media: Media;
  /** What `Explainer.overview` says of the project's items; null until the learner has read them. */
  readonly overview: unknown;
  readonly settings: ProjectSettings;
}

export interface ItemViewProps extends ViewContext {
  readonly content: ItemContent;
  /** True in lists and grids: one small piece without controls. */
  readonly isSmall?: boolean;
  /**
   * To be called once this very content is on the screen, files read and decoded, or once the view
   * says that it cannot be shown: nobody answers what was not seen. Another function, another item.
   */
  readonly onShown?: () => void;
}

export interface ExplainedViewProps extends ViewContext {
  readonly content: ItemContent;
  readonly parts: readonly AttributedPart[];
  /** Which class is looked at: its place in the arrays of the parts, and its name. */
  readonly index: number;
  readonly className: string;
  readonly mode: LabelMode;
  /** Keys of features about which something was said. */
  readonly saidKeys: ReadonlySet<string>;
  /** The person wants to say something of this feature; text also says which stretch was picked. */
  readonly onPick: (pick: FeaturePick) => void;
  /** What is painted and of which nothing was said yet. Views keep no second account of it. */
  readonly painted?: Painted | null;
  /** The person painted places and wants to say something of them. */
  readonly onPaint: (painted: Painted) => void;
}

export interface FeaturePick {
  readonly feature: FeatureRef;
  readonly range: { readonly start: number; readonly end: number } | null;
  /** True when the keyboard picked it, so that the focus follows. */
  readonly isByKeyboard: boolean;
}

export interface Painted {
  readonly regions: readonly Region[];
  /** The content with those places filled by the mean. */
  readonly without: ItemContent;
  readonly isByKeyboard: boolean;
}

export interface ChangedViewProps extends ViewContext {
  readonly content: ItemContent;
  readonly changed: ItemContent;
  /** In the order of the content; found by comparing where the person made them. */
  readonly changes: readonly ContentChange[] | null;
}

export interface EditorViewProps extends ViewContext {
  readonly original: ItemContent;
  readonly content: ItemContent;
  readonly onChange: (content: ItemContent) => void;
  readonly onSettings: (patch: Partial<ProjectSettings>) => void;
}

export interface ModalityView {
  /** The item itself, on the desk and in lists. */
  readonly Item: ComponentType<ItemViewProps>;
  /** The item with what spoke for and against a class, each part to be picked or painted. */
  readonly Explained: ComponentType<ExplainedViewProps>;
  /** What a change did, before and after. */
  readonly Changed: ComponentType<ChangedViewProps>;
  /** Makes a changed copy; the prediction is shown beside it by the room. */
  readonly Editor: ComponentType<EditorViewProps>;
  /** What a person typed, as a feature, where features can be typed; null when it names none. */
  readonly featureOf?: (typed: string) => FeatureRef | null;
  /** False for a feature that can only be irrelevant, neither for nor against; absent = never. */
  readonly canSpeak?: (feature: FeatureRef, overview: unknown) => boolean;
  /** Words for parts and copies, as sentences need them. */
  readonly words: ViewWords;
}

export interface ViewWords {
  /** "word", "column", "place": singular and plural. */
  readonly part: string;
  readonly parts: string;
  /** "text", "row", "picture", "sound": singular and plural. */
  readonly item: string;
  readonly items: string;
  /** A part as a row of the table of numbers. */
  readonly nameOfPart: (part: AttributedPart, content: ItemContent) => string;
}
