import { formatCount, formatPlural } from './format-number.ts';

export const strings = {
  remove: {
    title: (name: string) => `Delete ${name}?`,
    what: (items: number, answered: number) =>
      `This removes ${formatPlural(items, 'item', 'items')} and ${formatPlural(answered, 'answer', 'answers')} from this device for good.`,
    backup: 'Save a backup first',
    type: (name: string) => `Type "${name}" to confirm`,
    confirm: 'Delete for good',
    cancel: 'Keep it',
    done: (name: string) => `${name} is deleted.`,
    failed: 'The project could not be deleted',
  },

  backup: {
    done: (size: string) => `Backup saved (${size}).`,
    failed: (message: string) => `The backup was not saved: ${message}`,
  },

  colour: {
    choose: 'Choose a colour and shape',
  },

  key: {
    none: 'none',
    hint: 'Press the key',
  },

  plan: {
    add: (names: string) => `add ${names}`,
    remove: (names: string) => `take away ${names}`,
    signs: { keep: '', add: '+ ', remove: '− ' },
    button: (name: string, step: 'keep' | 'add' | 'remove') =>
      ({
        keep: `${name}: stays as it is. Press to add it`,
        add: `${name}: will be added. Press to take it away instead`,
        remove: `${name}: will be taken away. Press to leave it as it is`,
      })[step],
    step: (name: string) => `Add or take away ${name}`,
    doIt: 'Change the classes of the selected',
    apply: (plan: string) => `${plan.charAt(0).toUpperCase()}${plan.slice(1)}`,
    nothingYet: 'Choose what to add or take away',
    how: 'A class: once adds it, twice takes it away, three times leaves it. What has no answer starts from the label it came with, or from none.',
    done: (count: number, plan: string) =>
      `${formatPlural(count, 'item', 'items')}: ${plan}. Those that were so already stay.`,
  },

  undo: 'Undo',
  redo: 'Redo',
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to redo.',
  flipped: {
    undo: (count: number) =>
      count === 1 ? 'Taken back.' : `Taken back: ${formatCount(count)} answers given together.`,
    redo: (count: number) =>
      count === 1 ? 'Done again.' : `Done again: ${formatCount(count)} answers given together.`,
  },
  undone: 'Taken back.',
  undoBlocked: 'Something else was done since. Undo that first, in the labelling room.',
  notDone: (message: string) => `Not done: ${message}`,
};
