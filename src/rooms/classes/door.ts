/** What is said of this room before it is opened: loaded at once, unlike the rest of its words. */
export const door = {
  short: 'Classes',
  needsProject: 'Open a project first: classes belong to a project.',
} as const;
