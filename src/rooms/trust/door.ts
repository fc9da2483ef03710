/** What is said of this room before it is opened: loaded at once, unlike the rest of its words. */
export const door = {
  title: 'Trust',
  needsProject: 'Open a project first: here you decide what its model may decide.',
} as const;
