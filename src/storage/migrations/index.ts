import { initial } from './001-initial.ts';
import { contentHash } from './002-content-hash.ts';
import type { Migration } from './migration.ts';

/** In order, gapless. */
export const migrations = [initial, contentHash] as const satisfies readonly Migration[];
