import { textMeta } from './text/meta.ts';

export const metas = { text: textMeta } as const;

export type ModalityId = keyof typeof metas;
