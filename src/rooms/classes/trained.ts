/** What a person is told of a network that learned from the answers. */
import type { BlobHash } from '../../domain/records.ts';
import { trainingAnswers } from '../../domain/state.ts';
import type { ProjectSession } from '../../engine/api.ts';
import { splitTrained, TRAINED, type TrainedFacts } from '../../modalities/trained/facts.ts';

/** Training again is suggested once the answers have grown by half. */
const GROWN = 1.5;

/** Null where no such network reads the items. */
export function trainedHash(encoder: string | undefined): BlobHash | null {
  return encoder?.startsWith(TRAINED) ? (encoder.slice(TRAINED.length) as BlobHash) : null;
}

/** Rejects in plain words when its file is not on this device or is damaged. */
export async function readTrained(
  { media }: Pick<ProjectSession, 'media'>,
  hash: BlobHash,
): Promise<TrainedFacts> {
  const blob = await media.blob(hash);
  return splitTrained(await blob.text()).facts;
}

export interface SinceThen {
  /** Answers that it learned from and that no longer stand as they were. */
  readonly changed: number;
  /** Answers learned now, beyond those it learned from. */
  readonly more: number;
  readonly isWorthIt: boolean;
}

export function sinceThen(
  { learnedFrom, answers }: Pick<TrainedFacts, 'learnedFrom' | 'answers'>,
  { state, learner }: Pick<ProjectSession, 'state' | 'learner'>,
): SinceThen {
  const standing = new Set(trainingAnswers(state.value).map(({ eventId }) => eventId));
  const changed = learnedFrom.filter((id) => !standing.has(id)).length;
  const { trainedOn } = learner.value;
  return {
    changed,
    more: Math.max(0, trainedOn - answers),
    isWorthIt: trainedOn >= GROWN * answers,
  };
}
