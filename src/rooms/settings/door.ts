/** What is said of this room before it is opened: loaded at once, unlike the rest of its words. */
export const door = {
  title: 'Settings',
} as const;
