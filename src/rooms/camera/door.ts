/** What is said of this room before it is opened: loaded at once, unlike the rest of its words. */
export const door = {
  title: 'Camera',
  needsProject: 'Open a project of pictures first: what you take goes into it.',
} as const;
