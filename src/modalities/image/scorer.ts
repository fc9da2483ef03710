/** What explaining and searching need of an encoder of pictures, whichever it is. */
import type { EncodeTools } from '../contract.ts';
import type { LinearHead } from '../explain-contract.ts';
import { type CellScores, cellScores } from './cell-scores.ts';
import type { Raster } from './raster.ts';
import { type ImageState, scoreAll, toSide } from './state.ts';

export interface PictureScorer {
  /** The picture as it is scored. */
  readonly toSide: (raster: Raster) => Raster;
  /** Scores by class, by a full forward pass. */
  readonly scoreAll: (
    rasters: readonly Raster[],
    head: LinearHead,
  ) => Promise<readonly Float64Array[]>;
  /** What each place adds, exact or by occlusion. */
  readonly cellScores: (raster: Raster, head: LinearHead) => Promise<CellScores>;
}

export function patchScorer(state: ImageState, tools?: EncodeTools): PictureScorer {
  return {
    toSide: (raster) => toSide(raster, state.side),
    scoreAll: (rasters, head) => scoreAll(state, rasters, head, tools),
    cellScores: (raster, head) => cellScores(state, raster, head, tools),
  };
}
