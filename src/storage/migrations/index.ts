import { initial } from './001-initial.ts';
import { contentHash } from './002-content-hash.ts';
import { files } from './003-files.ts';
import { itemChunks } from './004-item-chunks.ts';
import type { Migration } from './migration.ts';

/** In order, gapless. */
export const migrations = [
  initial,
  contentHash,
  files,
  itemChunks,
] as const satisfies readonly Migration[];
