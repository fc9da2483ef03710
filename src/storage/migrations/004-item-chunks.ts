import type { Migration } from './migration.ts';

/** Long imports lie in chunks. Rows written before stay rows: both are read alike. */
export const itemChunks: Migration = {
  version: 4,
  tables: { itemChunks: 'firstId, [projectId+ordinal+count], importId' },
};
