/** Explainers of what networks that learned from answers make of items; apart, since an exported model needs none. */
import type { Explainer } from '../explain-contract.ts';
import { trainedImageExplainer } from '../image/trained-explainer.ts';
import { tableExplainer } from '../table/explainer.ts';
import type { trainables } from './index.ts';

export const trainedExplainers = {
  image: trainedImageExplainer,
  table: tableExplainer,
} as const satisfies Record<keyof typeof trainables, unknown>;

/** Its state opaque to whoever stores it. */
export function trainedExplainerOf(modality: string): Explainer<unknown, unknown> {
  const all = trainedExplainers as unknown as Readonly<Record<string, Explainer<unknown, unknown>>>;
  const found = Object.hasOwn(all, modality) ? all[modality] : undefined;
  if (found) return found;
  throw new Error(`no network is learned for ${modality}; known: ${Object.keys(all).join(', ')}`);
}
