/** What the encoder knows of a table. Plain data: it is stored, cloned and exported. */
import type { Network } from '../network/network.ts';
import type { TextState } from '../text/encode.ts';
import type { DateOrder } from './dates.ts';
import type { Cells } from './infer-columns.ts';
import type { DecimalMark } from './numbers.ts';

export interface TableState {
  readonly columns: readonly FittedColumn[];
  /** Of the sparse block: what each of its columns is called. */
  readonly names: readonly string[];
  /** The rest of the dense block, behind the features of all columns together, are the latent views of text columns. */
  readonly fourier: Fourier;
  /** Learned from answers; where there is one its hidden layer takes the place of the Fourier features. */
  readonly network?: Network;
  readonly textDims: number;
  /** Cells of a few rows, drawn by seed: what a column does to the rest is shown on them. */
  readonly samples: readonly Cells[];
  /** Every named value is multiplied by this, so that rows of any width weigh alike. */
  readonly scale: number;
}

export interface Fourier {
  /** Numbers a row gives to the random features. */
  readonly inputs: number;
  /** Frequencies: each gives a cosine and a sine. */
  readonly count: number;
  /** Row-major [inputs x count]. */
  readonly frequencies: Float32Array;
}

interface ColumnBase {
  readonly name: string;
  /** First column of its own in the sparse block, and how many it has there. */
  readonly first: number;
  readonly width: number;
  /** First input of its own to the Fourier features, and how many. */
  readonly input: number;
  readonly inputs: number;
  /** Share of the cells that are missing, in [0, 1]. */
  readonly missing: number;
  /** Cells that occur, for changes and editors: quantiles in order, or levels from the most frequent. */
  readonly examples: readonly string[];
  /** The cell that says least: the median, the most frequent level. */
  readonly typical: string;
}

/** Sparse: the number itself, a step at each edge, missing. */
export interface NumberColumn extends ColumnBase {
  readonly kind: 'number';
  readonly mark: DecimalMark;
  readonly ramp: Ramp;
}

/** Sparse: one column per level, `(other)`, `(missing)`. */
export interface CategoryColumn extends ColumnBase {
  readonly kind: 'category';
  /** From the most frequent; rare ones are pooled. */
  readonly levels: readonly string[];
  readonly counts: readonly number[];
  readonly pooled: { readonly levels: number; readonly count: number };
}

export type CyclicPart = 'hour' | 'weekday' | 'month';

/** Sparse: the instant itself, a step at each edge, sines and cosines of each part, missing. */
export interface DateColumn extends ColumnBase {
  readonly kind: 'date';
  readonly order: DateOrder;
  readonly ramp: Ramp;
  /** Only what varies. */
  readonly parts: readonly CyclicPart[];
}

/** Sparse and dense: what the text encoder makes of the cells. */
export interface TextColumn extends ColumnBase {
  readonly kind: 'text';
  readonly state: TextState;
  /** First dimension among those of the texts. */
  readonly view: number;
  readonly views: number;
}

export type FittedColumn = NumberColumn | CategoryColumn | DateColumn | TextColumn;

/** How a number is scaled and cut into steps. */
export interface Ramp {
  readonly centre: number;
  /** Its own, or that of all numbers where they are of one unit. */
  readonly spread: number;
  /** Ascending. Those up to `centre` speak when a value lies below, the others when it lies above. */
  readonly edges: readonly number[];
  /** Quantiles 0, 5, 25, 50, 75, 95, 100 %. */
  readonly quantiles: readonly number[];
}
