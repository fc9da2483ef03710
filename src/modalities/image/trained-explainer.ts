import type { EncodeTools } from '../contract.ts';
import type { Explainer } from '../explain-contract.ts';
import { searchBy } from './counterfactual.ts';
import { attributeBy } from './explain.ts';
import { imageExplainer } from './explainer.ts';
import { occlusionScorer } from './pretrained/occlusion.ts';
import type { Raster } from './raster.ts';
import { type TrainedImageState, trainableImage } from './trained.ts';

const scorerOf = (state: TrainedImageState, tools?: EncodeTools) =>
  occlusionScorer(async (rasters) => trainableImage.encode(state, rasters, tools));

/** By occlusion: nobody can look into a network. */
export const trainedImageExplainer: Explainer<TrainedImageState, Raster> = {
  ...(imageExplainer as unknown as Explainer<TrainedImageState, Raster>),
  attribute: (state, input, head, tools) => attributeBy(scorerOf(state, tools), input, head),
  counterfactuals: (state, request) => searchBy(scorerOf(state, request.tools), request),
};
