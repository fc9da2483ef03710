import type { Migration } from './migration.ts';

/** Finding duplicates asks for items by content hash. Earlier rows called the field `digest`. */
export const contentHash: Migration = {
  version: 2,
  tables: { items: 'id, [projectId+ordinal], importId, [projectId+hash]' },
  rewrite: {
    items: ({ digest, ...row }) => ({ ...row, hash: row.hash ?? digest ?? '' }),
  },
};
