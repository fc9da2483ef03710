import { imageMeta } from './image/meta.ts';
import { soundMeta } from './sound/meta.ts';
import { tableMeta } from './table/meta.ts';
import { textMeta } from './text/meta.ts';

/** What the rest of Hone knows of a modality without loading it. */
export interface ModalityMeta {
  readonly id: string;
  readonly label: string;
  /** Its items, at the beginning of a line. */
  readonly plural: string;
  readonly hint: string;
  /** Its features have names, so that they can be listed (words, columns); places have none. */
  readonly isNamed: boolean;
}

export const metas = {
  text: textMeta,
  table: tableMeta,
  image: imageMeta,
  sound: soundMeta,
} as const satisfies Record<string, ModalityMeta>;

export type ModalityId = keyof typeof metas;

export function metaOf(modality: string): ModalityMeta | undefined {
  return (metas as Readonly<Record<string, ModalityMeta>>)[modality];
}
