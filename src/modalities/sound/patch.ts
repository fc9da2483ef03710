/** Fills places of a spectrogram: with the mean of what lies around them, or with another sound's. */
import type { Region } from '../../domain/records.ts';
import { bandsIn, framesIn } from './cells.ts';
import type { SoundInput } from './input.ts';
import { type LogMel, logMel } from './log-mel.ts';

export interface GridPatch {
  readonly region: Region;
  /** The spectrogram whose place is taken; null = the mean of what lies outside. */
  readonly donor: LogMel | null;
}

/** The log-mel spectrogram of a sound with its edited places filled. */
export function spectrogramOf(
  input: SoundInput,
  { mostFrames = Infinity }: { readonly mostFrames?: number } = {},
): LogMel {
  const own = logMel(input, mostFrames);
  return patch(
    own,
    input.patches.map(({ region, donor }) => ({
      region,
      donor: donor ? logMel(donor, mostFrames) : null,
    })),
  );
}

/** A copy with the places filled, in order. `mean` means of each band, outside all places. */
export function patch(own: LogMel, patches: readonly GridPatch[]): LogMel {
  if (patches.length === 0) return own;
  const means = patches.some(({ donor }) => !donor) ? meansOutside(own, patches) : null;
  const values = own.values.slice();
  for (const { region, donor } of patches) {
    const times = framesIn(region, own.frames);
    const heights = bandsIn(region, own.bands);
    for (let b = heights.from; b < heights.to; b++) {
      const at = b * own.frames;
      if (!donor) values.fill(means?.[b] ?? 0, at + times.from, at + times.to);
      else
        for (let t = times.from; t < times.to; t++)
          values[at + t] = valueAt(donor, (b + 0.5) / own.bands, (t + 0.5) / own.frames);
    }
  }
  return { ...own, values };
}

/** The cell at these shares of height (from the lowest) and of time. */
function valueAt({ bands, frames, values }: LogMel, height: number, time: number): number {
  const b = Math.min(bands - 1, Math.floor(height * bands));
  const t = Math.min(frames - 1, Math.floor(time * frames));
  return values[b * frames + t] as number;
}

/** Of each band, outside all places. Where one is covered from end to end, the mean of all that is not stands in. */
export function meansOutside(
  own: LogMel,
  patches: readonly Pick<GridPatch, 'region'>[],
): Float64Array {
  const { bands, frames, values } = own;
  const isCovered = new Uint8Array(bands * frames);
  for (const { region } of patches) {
    const times = framesIn(region, frames);
    const heights = bandsIn(region, bands);
    for (let b = heights.from; b < heights.to; b++)
      isCovered.fill(1, b * frames + times.from, b * frames + times.to);
  }
  const sums = new Float64Array(bands);
  const counts = new Float64Array(bands);
  values.forEach((value, at) => {
    if (isCovered[at]) return;
    const b = Math.floor(at / frames);
    sums[b] = (sums[b] as number) + value;
    counts[b] = (counts[b] as number) + 1;
  });
  const total = counts.reduce((sum, count) => sum + count, 0);
  const overall = total > 0 ? sums.reduce((sum, value) => sum + value, 0) / total : 0;
  return sums.map((sum, b) => ((counts[b] as number) > 0 ? sum / (counts[b] as number) : overall));
}
