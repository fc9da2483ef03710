import type { Migration } from './migration.ts';

export const initial: Migration = {
  version: 1,
  tables: {
    projects: 'id',
    items: 'id, [projectId+ordinal], importId',
    events: 'id, [projectId+id], itemId',
    checkpoints: 'id, projectId',
    weights: 'id',
    device: 'key',
  },
};
