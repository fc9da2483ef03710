/** Types of the calls about networks that learn from a person's answers. Types only. */
import type { QualityFigure } from '../src/domain/records.ts';
import type { NetworkKind } from '../src/modalities/network/network.ts';
import type { BackendId, Outcome } from './api.ts';

export type { NetworkKind };

/** One way of reading the items, measured on answers that it had not learned from. */
export interface ReadingQuality {
  /** Right in cross-validation (multi-label: the whole set). */
  readonly folded: QualityFigure;
  /** Right on the audit answers, which nothing learns from; null where there are too few. */
  readonly audit: QualityFigure | null;
}

export interface NetworkChoice extends ReadingQuality {
  readonly kind: NetworkKind;
  /** Answers that it got right and Hone's own way did not, and the other way round; in cross-validation. */
  readonly wins: number;
  readonly losses: number;
  /** More wins than chance explains. */
  readonly isBetter: boolean;
}

export interface NetworkOffer {
  /** Answers that it learned from. */
  readonly answers: number;
  /** Milliseconds since 1970. */
  readonly trainedAt: number;
  readonly backend: BackendId;
  readonly folds: number;
  /** Hone's own way of reading, on the same answers. */
  readonly own: ReadingQuality;
  readonly choices: readonly NetworkChoice[];
  /** The better network where one is better; null = keep to Hone's own. */
  readonly advice: NetworkKind | null;
}

export type NetworkStatus =
  | { readonly kind: 'training' /** In [0, 1]. */; readonly fraction: number }
  | { readonly kind: 'offer'; readonly offer: NetworkOffer }
  /** In words for the person. */
  | { readonly kind: 'failed'; readonly message: string };

export interface NetworkApi {
  /**
   * Trains networks on the answers and compares them with Hone's own way of reading, between other calls;
   * `LearnerStatus.network` tells how far it is and what came of it. Fails as `bad-input` where there are
   * too few answers, as `cancelled` when it was stopped.
   */
  trainNetwork(): Promise<Outcome<NetworkOffer>>;
  /** Stops a training, or lets go of what it offered. */
  stopNetwork(): Promise<Outcome<null>>;
  /** Stores one of the networks on offer; the value for `settings.encoder`. */
  keepNetwork(kind: NetworkKind): Promise<Outcome<string>>;
}
