/** What the shell says. One place, so that another language is another file. */
export const strings = {
  name: 'Hone',
  skip: 'Skip to the content',
  loading: 'Opening …',
  navigation: 'Rooms',
  more: 'More',
  palette: {
    title: 'Go to …',
    placeholder: 'Room, project or act',
    none: 'Nothing by that name.',
    open: 'Search and go',
  },
  shortcuts: {
    title: 'Keyboard',
    here: 'Here',
    everywhere: 'Everywhere',
    open: 'Keyboard shortcuts',
  },
  close: 'Close',
  roomFailed: {
    title: 'This part of Hone could not be loaded',
    words:
      'It is not in the offline store yet, or a newer version has replaced it. Nothing you did is lost.',
    retry: 'Try again',
    reload: 'Reload Hone',
  },
  startFailed: 'Hone cannot open its store in this browser',
  projectFailed: 'This project cannot be opened',
  toProjects: 'To the projects',
  crash: {
    title: 'Something went wrong here',
    words: 'Your answers are saved. You can take a backup of this project and load Hone anew.',
    backup: 'Save a backup',
    reload: 'Load Hone anew',
    details: 'What happened',
  },
  unhandled: 'Something failed in the background: ',
  offline: 'Offline. Everything goes on working.',
  update: { text: 'A new version of Hone is ready.', action: 'Update now' },
  install: 'Install Hone',
  full: (percent: number) =>
    `The space the browser gives Hone is ${percent} % full. Remove old projects or checkpoints, or save a backup.`,
  openProjects: 'Projects',
} as const;
