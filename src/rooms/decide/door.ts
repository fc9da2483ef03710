/** What is said of this room before it is opened: loaded at once, unlike the rest of its words. */
export const door = {
  title: 'Decide',
  needsProject: 'Open a project first: here its model decides about what comes in.',
} as const;
