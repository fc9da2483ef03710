/**
 * Scores of one sound with places filled otherwise. Patterns are counted anew only where their taps
 * reach the filled frames; the sum is the same as counting everywhere.
 */
import type { Region } from '../../domain/records.ts';
import type { LinearHead } from '../explain-contract.ts';
import { framesIn } from './cells.ts';
import { inRate, type SoundState } from './encode.ts';
import { blocksOf, featuresOf, widthOf } from './features.ts';
import { toGrid } from './grid.ts';
import type { SoundInput } from './input.ts';
import type { LogMel } from './log-mel.ts';
import { type GridPatch, patch, spectrogramOf } from './patch.ts';
import { countPatterns, type FrameRange, reachedBy } from './patterns.ts';
import { scaleInto } from './scaling.ts';

export interface Occlusion {
  readonly frames: number;
  /** By class, [classes]. */
  readonly scores: Float64Array;
  /** By class, with one place filled: by the mean (null) or from another spectrogram. */
  readonly scoresWith: (region: Region, donor: LogMel | null) => Float64Array;
}

/** The spectrogram that the encoder of this state reads. */
export function spectrogramIn(state: SoundState, input: SoundInput): LogMel {
  return spectrogramOf(inRate(input, state.rate));
}

export function createOcclusion(state: SoundState, input: SoundInput, head: LinearHead): Occlusion {
  const { bank } = state;
  const own = spectrogramIn(state, input);
  const grid = toGrid(own);
  const counts = countPatterns(bank, grid);
  const ranges = new Map<string, Uint32Array>();
  const countsIn = (range: FrameRange): Uint32Array => {
    const key = `${range.from} ${range.to}`;
    const known = ranges.get(key) ?? countPatterns(bank, grid, range);
    ranges.set(key, known);
    return known;
  };
  const scoreOf = createScorer(state, head);
  return {
    frames: own.frames,
    scores: scoreOf(featuresOf(grid, counts)),
    scoresWith(region, donor) {
      const changed = toGrid(patch(own, [{ region, donor } satisfies GridPatch]));
      const range = reachedBy(framesIn(region, own.frames), own.frames);
      const before = countsIn(range);
      const after = countPatterns(bank, changed, range);
      const now = counts.map((count, i) => count - (before[i] as number) + (after[i] as number));
      return scoreOf(featuresOf(changed, now));
    },
  };
}

function createScorer(
  { bank, rows, scaling }: SoundState,
  { classes, dense, intercept }: LinearHead,
): (row: Float64Array) => Float64Array {
  const blocks = blocksOf(bank, rows);
  const scaled = new Float32Array(widthOf(bank, rows));
  return (row) => {
    scaleInto(scaling, row, blocks, scaled);
    const scores = Float64Array.from(intercept);
    scaled.forEach((value, k) => {
      for (let c = 0; c < classes; c++)
        scores[c] = (scores[c] as number) + value * (dense[k * classes + c] as number);
    });
    return scores;
  };
}
