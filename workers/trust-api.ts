/** Types of calibration, promises and routing, between the page and the learning worker. */
import type { ItemId, QualityFigure } from '../src/domain/records.ts';
import type { Candidate } from '../src/domain/trust/calibration/choose.ts';
import type { CalibrationMap } from '../src/domain/trust/calibration/map.ts';
import type { RoutedItem, RoutingBasis } from '../src/domain/trust/decisions.ts';
import type { PromiseResult } from '../src/domain/trust/promise.ts';
import type { ReliabilityBin } from '../src/domain/trust/reliability.ts';
import type { Outcome } from './api.ts';

/** How far probabilities can be taken at their word. */
export interface CalibrationFigures {
  /** Expected calibration error over ten equal bins, in [0, 1]. */
  readonly ece: number;
  /** The same with what chance adds taken out; null with fewer than ten audit answers. */
  readonly debiased: number | null;
  readonly brier: number;
  /** Nats. */
  readonly logLoss: number;
}

/** What would happen to the items nobody has decided on, were this the threshold for every class. */
export interface ThresholdPoint {
  readonly threshold: number;
  /** Of the pool. */
  readonly accepted: number;
  /** Share wrong among audited items above it that the model may decide; null where there is none. */
  readonly wrong: QualityFigure | null;
}

export interface TrustReport {
  /** Audit answers that it rests on. */
  readonly audits: number;
  /** Share of them that it gets right; null without any. */
  readonly right: QualityFigure | null;
  readonly poolSize: number;
  /** The map in use, and what each kind of map came to. */
  readonly calibration: CalibrationMap;
  readonly tried: readonly Candidate[];
  /** As the model says it, and calibrated; the second by cross-validation over the audit answers. */
  readonly before: CalibrationFigures | null;
  readonly after: CalibrationFigures | null;
  /** Of the calibrated probabilities. */
  readonly bins: readonly ReliabilityBin[];
  readonly binsBefore: readonly ReliabilityBin[];
  /** Null where thresholds are set by hand. */
  readonly promise: PromiseResult | null;
  /** What the score must exceed, by class (`RouteInput.score`); a class that is absent is never accepted. */
  readonly thresholds: Readonly<Record<string, number>>;
  readonly curve: readonly ThresholdPoint[];
  /** Pool items by route at the level `correct`, without the rules that a person wrote. */
  readonly routes: { readonly accept: number; readonly review: number; readonly escalate: number };
  /** Conformal sets that hold the truth in at least this share of the items. */
  readonly sets: {
    readonly coverage: number;
    /** Mean number of classes in the set over the pool; null while there are too few audit answers. */
    readonly meanSize: number | null;
    /** Share of the pool whose set is one class. */
    readonly single: number | null;
  };
}

export interface RoutingPlan {
  readonly items: readonly RoutedItem[];
  readonly basis: RoutingBasis;
}

export interface TrustApi {
  /** The model's answers to all items are on the disk when it resolves: exports read them there. */
  store(): Promise<Outcome<null>>;
  trust(): Promise<Outcome<TrustReport>>;
  /** Who decides about these items now. Records nothing. */
  route(itemIds: readonly ItemId[]): Promise<Outcome<RoutingPlan>>;
}
