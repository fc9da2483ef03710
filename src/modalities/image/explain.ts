/**
 * Which places speak for and against each class. A feature is a mean over places less its mean over
 * the project, so a score is a sum over places; they are gathered in a grid of cells. A patch counts
 * where its middle lies.
 */
import type { EncodeTools } from '../contract.ts';
import type { Attribution, LinearHead, RegionPart } from '../explain-contract.ts';
import { cellScores } from './cell-scores.ts';
import { regionOfCell } from './grid.ts';
import type { Raster } from './raster.ts';
import { type ImageState, scoreAll, toSide } from './state.ts';

export async function attribute(
  state: ImageState,
  input: Raster,
  head: LinearHead,
  tools?: EncodeTools,
): Promise<Attribution> {
  const { classes } = head;
  const raster = toSide(input, state.side);
  const [total] = await scoreAll(state, [raster], head, tools);
  const { grid, scores } = await cellScores(state, raster, head, tools);
  const intercept = [...head.intercept];
  const remainder = intercept.map((own, c) => (total?.[c] ?? own) - own);
  const none = new Array<number>(classes).fill(0);
  const parts = Array.from({ length: grid.columns * grid.rows }, (_, cell): RegionPart => {
    const region = regionOfCell(grid, cell);
    const latent = [...scores.subarray(cell * classes, (cell + 1) * classes)];
    latent.forEach((value, c) => {
      remainder[c] = (remainder[c] as number) - value;
    });
    return { kind: 'region', region, feature: { kind: 'region', region }, named: none, latent };
  });
  return { parts, intercept, remainder };
}
