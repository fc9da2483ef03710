import { imageView } from './image/view.tsx';
import { soundView } from './sound/view.tsx';
import { tableView } from './table/view.tsx';
import { textView } from './text/view.tsx';
import type { ModalityView } from './view-contract.ts';

/** What a person sees of each modality. */
export const views = {
  text: textView,
  table: tableView,
  image: imageView,
  sound: soundView,
} as const satisfies Record<string, ModalityView>;

export function viewOf(modality: string): ModalityView {
  const found = (views as Readonly<Record<string, ModalityView>>)[modality];
  if (found) return found;
  throw new Error(`unknown modality ${modality}; known: ${Object.keys(views).join(', ')}`);
}
