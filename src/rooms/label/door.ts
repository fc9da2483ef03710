/** What is said of this room before it is opened: loaded at once, unlike the rest of its words. */
export const door = {
  title: 'Label',
  needsProject: 'Open a project first.',
  needsClasses: 'This project has no classes yet. Add some under Classes.',
} as const;
