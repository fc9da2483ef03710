import { TextView } from './text/view.tsx';

/** How an item of each modality is shown. */
export const views = { text: TextView } as const;
