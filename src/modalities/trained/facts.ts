/**
 * What is known of a network that learned from answers. Its file begins with one line of this, so that
 * it can be told without reading the weights behind it.
 */
import type { EventId, QualityFigure } from '../../domain/records.ts';
import type { NetworkKind } from '../network/network.ts';

/** How `settings.encoder` names a stored network that was learned from answers. */
export const TRAINED = 'trained:';

/** Fewer say nothing about a network: folds of a dozen answers each are left out of it in turn. */
export const FEWEST_ANSWERS = 60;

export interface TrainedFacts {
  readonly format: 'hone-trained';
  readonly version: 1;
  readonly modality: string;
  readonly kind: NetworkKind;
  /** Answers it learned from, labels that came with the items among them. */
  readonly answers: number;
  /** Those that people gave. */
  readonly learnedFrom: readonly EventId[];
  /** Milliseconds since 1970. */
  readonly trainedAt: number;
  readonly backend: string;
  /** `Encoder.settingsKey` of the modality's own encoder at that time. */
  readonly settingsKey: string;
  /** In cross-validation on the same answers: this network, and Hone's own way of reading. */
  readonly folded: QualityFigure;
  readonly own: QualityFigure;
}

/** The first line and the rest. Throws in plain words where it is no such file. */
export function splitTrained(text: string): {
  readonly facts: TrainedFacts;
  readonly rest: string;
} {
  const end = text.indexOf('\n');
  let facts: Partial<TrainedFacts> | null = null;
  try {
    facts = end < 0 ? null : (JSON.parse(text.slice(0, end)) as Partial<TrainedFacts>);
  } catch {
    // Said below.
  }
  if (facts?.format !== 'hone-trained') throw new Error('its file is damaged');
  if (facts.version !== 1) throw new Error('it was made by a newer version of Hone');
  return { facts: facts as TrainedFacts, rest: text.slice(end + 1) };
}
