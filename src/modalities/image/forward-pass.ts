/** The whole way from pixels to scores. */
import type { EncodeTools } from '../contract.ts';
import type { LinearHead } from '../explain-contract.ts';
import type { Raster } from './raster.ts';
import { featuresOf, type ImageState } from './state.ts';

/** Scores by class of pictures at the side of the project, [classes] each. */
export async function scoresOf(
  state: ImageState,
  rasters: readonly Raster[],
  head: LinearHead,
  tools?: EncodeTools,
): Promise<readonly Float64Array[]> {
  const { classes } = head;
  const { dense, denseDims } = await featuresOf(state, rasters, tools);
  return rasters.map((_, row) => {
    const scores = Float64Array.from(head.intercept);
    for (let k = 0; k < denseDims; k++) {
      const value = dense[row * denseDims + k] as number;
      for (let c = 0; c < classes; c++)
        scores[c] = (scores[c] as number) + value * (head.dense[k * classes + c] as number);
    }
    return scores;
  });
}

export function probabilitiesOf(scores: Float64Array, mode: 'single' | 'multi'): readonly number[] {
  if (mode === 'multi') return [...scores].map((score) => 1 / (1 + Math.exp(-score)));
  const top = Math.max(...scores);
  const raised = [...scores].map((score) => Math.exp(score - top));
  const sum = raised.reduce((total, value) => total + value, 0);
  return raised.map((value) => value / sum);
}
