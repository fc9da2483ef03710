import type { Migration } from './migration.ts';

/** Pictures and sounds lie beside the items that name them, by the hash of their bytes. */
export const files: Migration = {
  version: 3,
  tables: { files: '[projectId+hash], projectId, importId' },
};
