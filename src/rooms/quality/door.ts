/** What is said of this room before it is opened: loaded at once, unlike the rest of its words. */
export const door = {
  title: 'Quality',
  needsProject: 'Open a project first: quality belongs to a project.',
} as const;
