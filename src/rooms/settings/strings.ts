import { door } from './door.ts';

export const strings = {
  ...door,
  look: {
    title: 'Look',
    theme: 'Theme',
    system: 'As the device',
    light: 'Light',
    dark: 'Dark',
    contrast: 'High contrast',
  },
  rest: { title: 'Breaks', nudge: 'Remind me to rest after a long spell of labelling' },
  device: {
    title: 'This device',
    lead: 'The dense arithmetic of the learner runs on one of these. Hone measures them once and takes the quickest.',
    choice: 'Backend',
    auto: 'Quickest',
    measured: 'Measured here',
    backend: 'Backend',
    speed: 'Scoring 20,000 items',
    note: 'Device',
    none: 'Not measured yet. Hone does so by itself a while after the first question; until then WebAssembly serves.',
    measure: 'Measure now',
    measuring: 'Measuring …',
    missing: 'not available',
    choiceHint: 'A choice takes effect when a project is opened next.',
    isolatedTitle: 'Cross-origin isolation',
    isolated:
      'This page is isolated by its host. Hone still computes on one thread; threads for WebAssembly are not used yet.',
    notIsolated:
      'The host of this page sends no COOP and COEP headers. Everything works, on one thread; isolation is what threads for WebAssembly would need, and Hone does not use them yet.',
  },
  storage: {
    title: 'Storage',
    lead: 'Everything lies in this browser, on this device, and nowhere else.',
    used: (used: string, quota: string) => `${used} of ${quota} used.`,
    persistent: 'The browser has promised not to clear it by itself.',
    fragile: 'The browser may clear it when space runs out. Ask it not to, and keep backups.',
    ask: 'Ask to keep it',
    refused:
      'The browser has refused for now. Installing Hone, or using it more often, usually changes that.',
  },
  memory: {
    title: 'Memory',
    lead: 'What the learner holds while a project is open, as it was when each was open last.',
    project: 'Project',
    items: 'Items held',
    held: 'Memory',
    parts: (features: string, backend: string, probabilities: string) =>
      `${features} of numbers that stand for the items, ${backend} of them again where it computes, ${probabilities} of probabilities`,
    of: (rows: string, total: string) => `${rows} of ${total}`,
    none: 'No project has been open since this is counted.',
    page: (used: string) =>
      `This page itself uses ${used} of JavaScript memory now, the learner not counted.`,
    pageUnknown: 'This browser does not say how much memory a page uses.',
  },
  install: {
    title: 'Install',
    words: 'Installed, Hone opens like any other app, also without a network.',
    action: 'Install Hone',
    installed: 'Hone is installed, and this is the installed one.',
    menu: 'This browser makes no offer now. Many have “Install” or “Add to Home screen” in their menu.',
    ios: 'On an iPad or iPhone: Share, then “Add to Home Screen”. Safari otherwise clears what it stores after seven days without a visit.',
  },
  about: {
    title: 'About',
    words:
      'Hone: a person and a model teach each other. MIT licence. Nothing you bring leaves this device.',
    version: (version: string) => `Version ${version}`,
  },
} as const;
