import { coveredShare } from '../../domain/content.ts';
import type { ItemContent } from '../../domain/records.ts';
import type { ContentChange, Explainer, Extent } from '../explain-contract.ts';
import { changeKey } from './change-key.ts';
import { findCounterfactuals } from './counterfactual.ts';
import { attribute } from './explain.ts';
import { explainGrid } from './grid.ts';
import type { Raster } from './raster.ts';
import type { ImageState } from './state.ts';

/** In cells of the grid that explanations speak of. */
function extentOf(content: ItemContent, changes: readonly ContentChange[]): Extent {
  if (content.kind !== 'image') return { changed: 0, total: 0 };
  const { columns, rows } = explainGrid(content);
  const regions = changes.flatMap((change) => (change.kind === 'region' ? [change.region] : []));
  const total = columns * rows;
  return { changed: Math.round(total * coveredShare(regions)), total };
}

export const imageExplainer: Explainer<ImageState, Raster> = {
  attribute,
  counterfactuals: findCounterfactuals,
  // No column has a name: what can be spoken of is places.
  names: () => [],
  columnsOf: () => [],
  featureAt: (_state, column) => {
    throw new RangeError(`no column ${column}; images have places, not named columns`);
  },
  featureOf: () => null,
  changeKey,
  extentOf,
};
