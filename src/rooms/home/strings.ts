import { metaOf } from '../../modalities/metas.ts';
import { formatCount, formatPlural } from '../shared/format-number.ts';
import { door } from './door.ts';

export const strings = {
  ...door,
  lead: 'You answer, the model learns, on this device.',
  newProject: 'New project',
  restore: 'Restore a backup',
  loading: 'Reading your projects',
  dropHere: 'Drop to start a project with this file',

  empty: {
    title: 'Teach a model, one answer at a time',
    lead: 'Bring texts, tables, images or sounds. Hone asks about the one from which it would learn most, and has learned your answer before you have read the next.',
    steps: [
      { title: 'Bring data', text: 'A file, a folder or an archive. It never leaves this device.' },
      { title: 'Answer', text: 'One key an item. The model chooses what to ask.' },
      {
        title: 'Trust what you measured',
        text: 'Some questions are drawn at random to show how often the model is right.',
      },
    ],
    drop: 'Drop a file anywhere on this page, or choose one',
  },

  card: {
    kind: (modality: string, mode: 'single' | 'multi', classes: number) =>
      `${metaOf(modality)?.plural ?? modality}, ${formatPlural(classes, 'class', 'classes')}, ${mode === 'single' ? 'one each' : 'any number each'}`,
    progress: (answered: number, items: number) =>
      `${formatCount(answered)} of ${formatPlural(items, 'item', 'items')} answered`,
    given: (count: number) => `${formatCount(count)} came with a label`,
    quality: 'Model right on random checks',
    notMeasured: 'Quality not measured yet',
    opened: (ago: string) => `Opened ${ago}`,
    notOpened: 'Not opened yet',
    backup: (ago: string) => `Backed up ${ago}`,
    noBackup: 'No backup yet',
    open: (name: string) => `Open ${name}`,
    menu: (name: string) => `More for ${name}`,
    sample: 'sample',
  },

  menu: {
    open: 'Open',
    add: 'Add items',
    rename: 'Rename',
    backup: 'Save a backup',
    remove: 'Delete',
  },

  rename: {
    title: 'Rename project',
    label: 'Name',
    save: 'Rename',
    cancel: 'Cancel',
    failed: 'The name was not changed.',
  },

  samples: {
    title: 'Try it with a sample',
    lead: 'Made on this device, with known answers. For trying out only.',
    start: 'Start',
    startOf: (name: string) => `Start with ${name}`,
    making: 'Making the items',
    cancel: 'Cancel',
    items: (count: number) => formatPlural(count, 'item', 'items'),
    failed: 'The sample could not be made',
  },

  classroom: {
    title: 'In front of a class?',
    lead: 'Ten minutes on how a model learns from few answers, with points to play with and races to run.',
    open: 'Open the classroom',
  },

  restoring: {
    title: 'Restore a backup',
    choose: 'Drop a backup here, or choose one',
    reading: 'Checking the backup',
    unreadable: 'This is not a backup Hone can read',
    contents: (name: string, saved: string) => `${name}, saved ${saved}`,
    counts: (items: number, events: number, checkpoints: number) =>
      `${formatPlural(items, 'item', 'items')}, ${formatPlural(events, 'decision', 'decisions')}, ${formatPlural(checkpoints, 'model', 'models')}`,
    sound: 'Every part is sound.',
    damaged: 'Some parts are damaged',
    damagedHint: 'What is sound can be restored; the parts named here stay out.',
    here: 'This project is on this device already. Decisions that are missing here are added; nothing is overwritten.',
    go: 'Restore',
    goPartial: 'Restore what is sound',
    merge: 'Add what is missing',
    working: 'Restoring',
    cancel: 'Close',
    failed: 'The backup was not restored',
    done: (items: number, events: number) =>
      `Restored: ${formatPlural(items, 'item', 'items')} and ${formatPlural(events, 'decision', 'decisions')}.`,
    skipped: 'Left out',
    open: 'Open the project',
    another: 'Choose another file',
  },

  swept: (count: number) =>
    `${formatPlural(count, 'import was', 'imports were')} cut off half-way and removed. Import the file again.`,
  failedTitle: 'Your projects could not be read',
  retry: 'Try again',
};
