/** Types of the calls between the page and the classroom's worker. */
import type { LabelMode, ProjectId } from '../src/domain/records.ts';
import type { Outcome } from './api.ts';

/** `straight`: a plane in (x, y). `curved`: a plane in random Fourier features of them. */
export type ToyModel = 'straight' | 'curved';

/** Points drawn by hand. Row-major [n x 2] in [-1, 1]; the class of each. */
export interface DrawnPoints {
  readonly places: Float32Array;
  readonly truth: Uint8Array;
  readonly classes: number;
}

export type RaceSource =
  | {
      readonly kind: 'toy';
      readonly id: string;
      readonly count: number;
      readonly noise: number;
      readonly balance: number;
      readonly model: ToyModel;
    }
  | { readonly kind: 'drawn'; readonly points: DrawnPoints; readonly model: ToyModel }
  | { readonly kind: 'sample'; readonly id: string }
  | { readonly kind: 'project'; readonly id: ProjectId };

/** How the first questions of a lane are chosen, before its strategy asks. */
export type LaneStart = 'random' | 'spread';

export interface LaneSetup {
  /** A key of the strategy registry. */
  readonly strategy: string;
  readonly start: LaneStart;
}

export interface RaceRequest {
  readonly source: RaceSource;
  readonly lanes: readonly LaneSetup[];
  readonly seed: number;
  /** Runs with seeds seed, seed + 1, ...: fresh data, split, first questions and noise in each. */
  readonly seeds: number;
  /** Questions before the strategies ask; the same rows for all lanes of equal start. */
  readonly startCount: number;
  /** Answers a lane may ask for, those of the start included. */
  readonly labels: number;
  /** Share of wrong answers of the simulated oracle, in [0, 1]. A row is answered alike in all lanes. */
  readonly wrong: number;
}

/** What a race runs on, said once before its frames. `points` for data in the plane, of the first seed. */
export interface RaceStage {
  readonly kind: 'stage';
  readonly classNames: readonly string[];
  readonly mode: LabelMode;
  readonly pool: number;
  /** Items with known answers that no lane may ask about: every score is measured on them. */
  readonly test: number;
  /** Fewer than asked for where the pool is smaller. */
  readonly labels: number;
  readonly points: DrawnPoints | null;
}

/** One answer of one lane, and the model after it. */
export interface RaceFrame {
  readonly kind: 'frame';
  /** 0 for the first seed. */
  readonly run: number;
  readonly lane: number;
  /** Answers learned so far, from 1. */
  readonly labels: number;
  readonly row: number;
  /** Class indices the oracle said; several or none where items may have several. */
  readonly said: readonly number[];
  /** Share of the test answered rightly (several classes: exactly), in [0, 1]. */
  readonly right: number;
  /** Macro-F1 on the test, in [0, 1]. */
  readonly macroF1: number;
  /** The model over the plane; the first seed of data in the plane only. */
  readonly raster: Raster | null;
}

/** Probabilities on a square grid over [-1, 1]^2, row 0 at y = 1, in 1/255, [size x size x classes]. */
export interface Raster {
  readonly size: number;
  readonly classes: number;
  readonly values: Uint8Array;
}

export type RaceMessage =
  | { readonly kind: 'reading'; readonly progress: number }
  | RaceStage
  | RaceFrame;

/** A model taught by hand on points of the plane. */
export interface PictureRequest {
  readonly points: DrawnPoints;
  readonly model: ToyModel;
  /** In the order given. */
  readonly answers: readonly { readonly row: number; readonly said: number }[];
  readonly strategy: string;
  readonly seed: number;
}

export interface Picture {
  readonly raster: Raster;
  /** The row that the strategy asks next; null when all are answered. */
  readonly asks: number | null;
  /** The model's answers for the points without one: right ones and how many there are. */
  readonly right: number;
  readonly of: number;
}

export interface ClassroomApi {
  /** Streams messages in batches, all of them heard before it resolves; a newer race, or `cancel`, ends it with `cancelled`. */
  race(
    request: RaceRequest,
    listener: (messages: readonly RaceMessage[]) => void | Promise<void>,
  ): Promise<Outcome<null>>;
  picture(request: PictureRequest): Promise<Outcome<Picture>>;
  cancel(): Promise<void>;
}
