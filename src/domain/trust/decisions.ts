/** What is kept of decisions about incoming items: who or what decided, on which grounds. Plain data. */
import type { Link } from '../oversight/chain.ts';
import type { CheckpointId, ClassId, EventId, ItemId } from '../records.ts';
import type { Promised } from './promise.ts';

/** In place of a strategy, where an answer was given to an item that came in to be decided about. */
export const INCOMING = 'incoming';

/** How far the model may go by itself, least first. */
export const LEVELS = ['demonstrate', 'verify', 'correct', 'alone'] as const;
export type DelegationLevel = (typeof LEVELS)[number];

/** Who decides: the model, a person, an expert. */
export type Route = 'accept' | 'review' | 'escalate';

export type RouteReason =
  /** More confident than its threshold. */
  | { readonly kind: 'confident' }
  /** It would have been accepted; drawn at random so that a person looks. */
  | { readonly kind: 'spot-check' }
  | { readonly kind: 'unsure' }
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
  readonly route: Route;
  readonly reason: RouteReason;
}

/** On what a batch of decisions rests. */
export interface RoutingBasis {
  /** The last event that the deciding model had learned. */
  readonly model: EventId | null;
  readonly checkpoint: CheckpointId | null;
  readonly level: DelegationLevel;
  /** Least probability of an accepted answer, by class; a class that is absent is never accepted. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** The promise that the thresholds come from, or null for thresholds set by hand. */
  readonly promise: Promised | null;
  /** Audit answers behind calibration and promise. */
  readonly audits: number;
  readonly temperature: number;
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
