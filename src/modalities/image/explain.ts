/**
 * Which places speak for and against each class. A feature is a mean over places less its mean over
 * the project, so a score is a sum over places; they are gathered in a grid of cells. A patch counts
 * where its middle lies.
 */
import type { EncodeTools } from '../contract.ts';
import type { Attribution, LinearHead, RegionPart } from '../explain-contract.ts';
import { regionOfCell } from './grid.ts';
import type { Raster } from './raster.ts';
import { type PictureScorer, patchScorer } from './scorer.ts';
import type { ImageState } from './state.ts';

export function attribute(
  state: ImageState,
  input: Raster,
  head: LinearHead,
  tools?: EncodeTools,
): Promise<Attribution> {
  return attributeBy(patchScorer(state, tools), input, head);
}

export async function attributeBy(
  scorer: PictureScorer,
  input: Raster,
  head: LinearHead,
): Promise<Attribution> {
  const { classes } = head;
  const raster = scorer.toSide(input);
  const [total] = await scorer.scoreAll([raster], head);
  const { grid, scores } = await scorer.cellScores(raster, head);
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
