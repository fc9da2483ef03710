/** A sound as numbers: what an encoder reads. */
import type { Region } from '../../domain/records.ts';

/** Samples per second of what is kept: higher rates hold what hardly any call or word needs, and cost twice the room. */
export const MOST_RATE = 24_000;

export interface Samples {
  /** Mono, in [-1, 1]. */
  readonly samples: Float32Array;
  /** Samples per second. */
  readonly rate: number;
}

/** A place of the spectrogram that is filled otherwise. */
export interface SoundPatch {
  readonly region: Region;
  /** What another sound has at that place; null = the mean of what lies outside. */
  readonly donor: Samples | null;
}

export interface SoundInput extends Samples {
  readonly patches: readonly SoundPatch[];
}
