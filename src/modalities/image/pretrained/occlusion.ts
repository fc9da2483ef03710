/**
 * What each place of a picture adds to the scores of an encoder that nobody can look into: the
 * score with the place less the score without it, filled with the mean of the rest (occlusion;
 * Zeiler and Fergus 2014). Shares do not add up to the score; the rest is shown as remainder.
 */
import type { RegionPatch } from '../../../domain/records.ts';
import type { Features } from '../../contract.ts';
import { scoresOf } from '../../forward.ts';
import { applyPatches } from '../edited.ts';
import { NETWORK_GRID as GRID, regionOfCell } from '../grid.ts';
import type { Raster } from '../raster.ts';
import type { PictureScorer } from '../scorer.ts';

export function occlusionScorer(
  encodeAll: (rasters: readonly Raster[]) => Promise<Features>,
): PictureScorer {
  const scoreAll: PictureScorer['scoreAll'] = async (rasters, head) => {
    const features = await encodeAll(rasters);
    return rasters.map((_, row) => scoresOf(features, row, head));
  };
  return {
    toSide: (raster) => raster,
    scoreAll,
    async cellScores(raster, head) {
      const cells = Array.from({ length: GRID.columns * GRID.rows }, (_, cell) => cell);
      const without = cells.map((cell) => {
        const patch: RegionPatch = { region: regionOfCell(GRID, cell), fill: { kind: 'mean' } };
        return applyPatches(raster, [patch], new Map());
      });
      const [whole, ...rest] = await scoreAll([raster, ...without], head);
      const { classes } = head;
      const scores = new Float64Array(cells.length * classes);
      for (const cell of cells)
        for (let c = 0; c < classes; c++)
          scores[cell * classes + c] = (whole?.[c] ?? 0) - (rest[cell]?.[c] ?? 0);
      return { grid: GRID, classes, scores };
    },
  };
}
