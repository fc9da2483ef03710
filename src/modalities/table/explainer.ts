import type { ItemContent, TableContent } from '../../domain/records.ts';
import type { ContentChange, Explainer, Extent } from '../explain-contract.ts';
import { attribute } from './attribute.ts';
import { changeKey } from './change-key.ts';
import { findCounterfactuals } from './counterfactual.ts';
import { columnsOf, featureAt, featureOf, risingColumns } from './features.ts';
import { influenceOf } from './influence.ts';
import { overviewOf } from './overview.ts';
import type { TableState } from './state.ts';

/** In cells. */
function extentOf(content: ItemContent, changes: readonly ContentChange[]): Extent {
  const total = content.kind === 'table' ? Object.keys(content.cells).length : 0;
  return { changed: changes.length, total };
}

export const tableExplainer: Explainer<TableState, TableContent> = {
  attribute,
  counterfactuals: findCounterfactuals,
  names: ({ names }) => names,
  columnsOf,
  risingColumns,
  influenceOf,
  featureAt,
  // Column 0 is one in every row.
  isFeature: (_, column) => column !== 0,
  featureOf,
  changeKey,
  extentOf,
  overview: overviewOf,
};
