/** What is said of this room before it is opened: loaded at once, unlike the rest of its words. */
export const door = {
  title: 'Microphone',
  needsProject: 'Open a project of sounds first.',
} as const;
