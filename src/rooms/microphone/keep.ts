/** From samples to an item on the disk. When it resolves nothing of it is only in memory. */
import type { Item, SoundContent } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import { MOST_RATE, type Samples } from '../../modalities/sound/input.ts';
import { atRate } from '../../modalities/sound/resample.ts';
import { writeWav } from '../../modalities/sound/wav.ts';
import { type CaptureInput, captureItem } from '../shared/capture.ts';
import { takeName } from './take-name.ts';

export function projectRate({ project }: ProjectSession): number {
  return project.value.settings.sound?.rate ?? MOST_RATE;
}

/** Rejects when the disk refuses. */
export function keepSound(input: CaptureInput, heard: Samples): Promise<Item> {
  const sound = atRate(heard, projectRate(input.session));
  const blob = new Blob([writeWav(sound)], { type: 'audio/wav' });
  return captureItem(
    input,
    blob,
    (hash): SoundContent => ({
      kind: 'sound',
      blob: hash,
      name: takeName(input.services.clock.now()),
      startMs: 0,
      durationMs: Math.round((1000 * sound.samples.length) / sound.rate),
    }),
  );
}
