/** What is said of this room before it is opened: loaded at once, unlike the rest of its words. */
export const door = {
  name: 'Grid',
  needsProject: 'Open a project of pictures first.',
} as const;
