import { initial } from './001-initial.ts';
import { contentHash } from './002-content-hash.ts';
import { files } from './003-files.ts';
import type { Migration } from './migration.ts';

/** In order, gapless. */
export const migrations = [initial, contentHash, files] as const satisfies readonly Migration[];
