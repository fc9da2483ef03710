import type { Explainer } from './explain-contract.ts';
import { imageExplainer } from './image/explainer.ts';
import { soundExplainer } from './sound/explainer.ts';
import { tableExplainer } from './table/explainer.ts';
import { textExplainer } from './text/explainer.ts';

/** Explainers by modality; loaded in workers only. */
export const explainers = {
  text: textExplainer,
  table: tableExplainer,
  image: imageExplainer,
  sound: soundExplainer,
} as const satisfies Record<string, unknown>;

/** The explainer of a modality, its state opaque to whoever stores it. */
export function explainerOf(modality: string): Explainer<unknown, unknown> {
  const found = (explainers as unknown as Readonly<Record<string, Explainer<unknown, unknown>>>)[
    modality
  ];
  if (found) return found;
  throw new Error(`unknown modality ${modality}; known: ${Object.keys(explainers).join(', ')}`);
}
