import type { Explainer } from '../explain-contract.ts';
import { changeKey } from './change-key.ts';
import { findCounterfactuals } from './counterfactual.ts';
import type { TextState } from './encode.ts';
import { attribute } from './explain.ts';
import { columnsOf, featureOf } from './features.ts';

export const textExplainer: Explainer<TextState> = {
  attribute,
  counterfactuals: findCounterfactuals,
  names: ({ vocabulary }) => vocabulary.terms,
  columnsOf,
  featureOf,
  changeKey,
};
