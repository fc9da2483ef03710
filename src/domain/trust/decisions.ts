/** What is kept of decisions about incoming items: who or what decided, on which grounds. Plain data. */
import type { Link } from '../oversight/chain.ts';
import type { CheckpointId, ClassId, EventId, ItemId } from '../records.ts';
import type { CalibrationMap } from './calibration/map.ts';
import type { GroupThreshold } from './group-thresholds.ts';
import type { Promised } from './promise.ts';

/** In place of a strategy, where an answer was given to an item that came in to be decided about. */
export const INCOMING = 'incoming';

/** How far the model may go by itself, least first. */
export const LEVELS = ['demonstrate', 'verify', 'correct', 'alone'] as const;
export type DelegationLevel = (typeof LEVELS)[number];

/** Who decides: the model, a person, an expert. */
export type Route = 'accept' | 'review' | 'escalate';

export type RouteReason =
  /** More confident than its threshold: the one of its class, or of its group. */
  | { readonly kind: 'confident'; readonly groupId?: string }
  /** It would have been accepted; drawn at random so that a person looks. */
  | { readonly kind: 'spot-check' }
  | { readonly kind: 'unsure' }
  /** Sure enough for the others, not for its group. */
  | { readonly kind: 'group'; readonly groupId: string }
  | { readonly kind: 'very-unsure' }
  | { readonly kind: 'stakes'; readonly classId: ClassId }
  | { readonly kind: 'rule'; readonly ruleId: string }
  /** Nothing like it is among the items the project knows. */
  | { readonly kind: 'unlike' }
  /** The model could not read it: blank, or its file is missing or damaged. It has no answer. */
  | { readonly kind: 'unread' }
  /** The level lets the model decide nothing. */
  | { readonly kind: 'level' };

export interface RoutedItem {
  readonly itemId: ItemId;
  /** The answer that the model proposes, or has given where the route is `accept`. */
  readonly classes: readonly ClassId[];
  /** Of that answer, calibrated, in [0, 1]. */
  readonly probability: number;
  /** What the thresholds were held against (`RouteInput.score`); absent = the probability. */
  readonly score?: number;
  readonly route: Route;
  readonly reason: RouteReason;
}

/** On what a batch of decisions rests. */
export interface RoutingBasis {
  /** The last event that the deciding model had learned. */
  readonly model: EventId | null;
  readonly checkpoint: CheckpointId | null;
  readonly level: DelegationLevel;
  /** What the score of an accepted answer exceeds, by class; a class that is absent is never accepted. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** The promise that the thresholds come from, or null for thresholds set by hand. */
  readonly promise: Promised | null;
  /** Thresholds of groups that were in force, with who set them; absent = none. */
  readonly groups?: readonly GroupThreshold[];
  /** Audit answers behind calibration and promise. */
  readonly audits: number;
  readonly calibration?: CalibrationMap;
  /** In entries from before there were other maps: a temperature, 1 for none. */
  readonly temperature?: number;
}

export interface ItemsRouted {
  readonly items: readonly RoutedItem[];
  readonly basis: RoutingBasis;
  readonly link: Link;
}

/** A person's word on a decision or on what was left to people. */
export interface DecisionSettled {
  readonly itemId: ItemId;
  /** The `items-routed` event that it is about. */
  readonly routed: EventId;
  readonly classes: readonly ClassId[];
  /** Against the model's answer: why. '' where nothing need be said. */
  readonly reason: string;
  /** Answered without seeing what the model had said. */
  readonly isBlind: boolean;
  readonly link: Link;
}

export interface LevelChanged {
  readonly from: DelegationLevel;
  readonly to: DelegationLevel;
  /** `breach`: lowered by itself, because a promise was seen to be broken. */
  readonly cause: 'person' | 'breach';
  /** The evidence in plain words, as it was shown. */
  readonly evidence: string;
  readonly link: Link;
}
