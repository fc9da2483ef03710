/** Types of browsing: between the page, the browse worker, the map worker and the learner. */

import type { BrowseFilter } from '../src/domain/browse/filter.ts';
import type { Disagreement } from '../src/domain/browse/match.ts';
import type { AnnotatorId, ClassId, EventId, ProjectId } from '../src/domain/records.ts';
import type { Outcome } from './api.ts';

/** The model's answers to all items, in columns: small enough to be handed over after each answer. */
export interface BrowseScores {
  /** Order of the classes in `predicted`. */
  readonly classIds: readonly ClassId[];
  readonly rows: number;
  /** Numbers of 32 bits a row. */
  readonly words: number;
  /** Proposed classes as bits, [rows x words]. */
  readonly predicted: Uint32Array;
  /** As in `ScoreColumns`, [rows] each. */
  readonly probability: Float32Array;
  readonly margin: Float32Array;
  readonly ofLabel: Float32Array;
  /** Labels behind the model; some of those it is compared with are among them. */
  readonly trainedOn: number;
  readonly learnedUpTo: EventId | null;
}

/** Every item in few dimensions, each row of unit length or zero. */
export interface BrowseVectors {
  readonly dims: number;
  readonly rows: number;
  /** [rows x dims]. */
  readonly values: Float32Array;
  /** Equal fingerprints, equal vectors. */
  readonly fingerprint: string;
}

export interface BrowseLearnApi {
  /** Null before the model has learned anything. */
  browseScores(): Promise<Outcome<BrowseScores | null>>;
  browseVectors(): Promise<Outcome<BrowseVectors>>;
}

/** The ids of all items as UTF-8: 100,000 strings would take a long task to hand over. */
export interface BrowseIndex {
  readonly rows: number;
  readonly idBytes: Uint8Array;
  /** [rows + 1] */
  readonly idOffsets: Uint32Array;
}

export interface BrowseQuestion {
  readonly filter: BrowseFilter;
  /** Events that the page knows: the worker reads on when it knows fewer. */
  readonly events: number;
  /**
   * What the model says, as new as it is; `same` = as with the last question; `stored` = what the tab
   * that leads the project wrote down last.
   */
  readonly scores: BrowseScores | null | 'same' | 'stored';
}

export interface BrowseAnswer {
  /** Matching rows, in order. */
  readonly rows: Uint32Array;
  readonly total: number;
  /** Items whose words were looked through; 0 when no words were asked for. */
  readonly searched: number;
  readonly disagreement: Disagreement;
  /** Everybody who decided on an item that is here. */
  readonly people: readonly AnnotatorId[];
  /** Of every item: place of its class among those of the project, or -1; the first of several. */
  readonly labelOf: Int16Array;
  readonly predictedOf: Int16Array | null;
  readonly probability: Float32Array | null;
  readonly margin: Float32Array | null;
}

export interface BrowseApi {
  /** Reads the items; `listener` hears how many, and of how many. */
  open(
    projectId: ProjectId,
    listener: (read: number, total: number) => void,
  ): Promise<Outcome<BrowseIndex>>;
  /** A newer question cancels those before it: they fail with the code `cancelled`. */
  ask(question: BrowseQuestion): Promise<Outcome<BrowseAnswer>>;
}

export interface MapLayout {
  readonly rows: number;
  /** [rows x 2], centred, the widest extent in [-1, 1]. */
  readonly positions: Float32Array;
  readonly kind: 'pca' | 'umap';
  /** Rows that the neighbours were learned from; the rest was placed beside its neighbours among them. */
  readonly fittedOn: number;
}

export interface MapRequest {
  readonly projectId: ProjectId;
  readonly vectors: BrowseVectors;
  readonly seed: number;
}

export interface MapApi {
  /** Whether WebGL draws on a card; played by software it holds the page up for seconds. */
  hasGraphicsCard(): Promise<Outcome<boolean>>;
  /** The two directions of most variance: at once. The values are handed over, here and by `umap`. */
  pca(vectors: BrowseVectors): Promise<Outcome<MapLayout>>;
  /** The layout of these very vectors, if it was made before. */
  stored(projectId: ProjectId, fingerprint: string | null): Promise<Outcome<MapLayout | null>>;
  /** Takes seconds to a minute; ended by ending the worker. `listener` hears the share that is done. */
  umap(request: MapRequest, listener: (share: number) => void): Promise<Outcome<MapLayout>>;
}
