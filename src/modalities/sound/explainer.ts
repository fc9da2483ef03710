import { coveredShare } from '../../domain/content.ts';
import type { ItemContent } from '../../domain/records.ts';
import type { ContentChange, Explainer } from '../explain-contract.ts';
import { changeKey } from './change-key.ts';
import { findCounterfactuals } from './counterfactual.ts';
import type { SoundState } from './encode.ts';
import { attribute } from './explain.ts';
import type { SoundInput } from './input.ts';
import { COLUMNS, ROWS } from './lattice.ts';

/** In cells of the lattice. */
function extentOf(_content: ItemContent, changes: readonly ContentChange[]) {
  const regions = changes.flatMap((change) => (change.kind === 'region' ? [change.region] : []));
  const total = COLUMNS * ROWS;
  return { changed: Math.max(1, Math.round(coveredShare(regions) * total)), total };
}

export const soundExplainer: Explainer<SoundState, SoundInput> = {
  attribute,
  counterfactuals: findCounterfactuals,
  // Everything is dense: no column has a name.
  names: () => [],
  columnsOf: () => [],
  featureAt: (_, column) => {
    throw new RangeError(`sounds have no named column ${column}`);
  },
  featureOf: () => null,
  changeKey,
  extentOf,
};
