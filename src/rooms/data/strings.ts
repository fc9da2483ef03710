import { formatCount, formatPlural } from '../shared/format-number.ts';
import { door } from './door.ts';

export const strings = {
  ...door,
  lead: 'What came in, what goes out, and what deserves a second look.',

  counts: {
    title: 'So far',
    items: 'items',
    answered: 'answered',
    given: 'came with a label',
    skipped: 'skipped',
    unsure: 'not sure',
    flagged: 'flagged',
    open: 'without any label',
  },

  review: {
    study: (text: string) => `Why? ${text}`,
    studyShort: 'Why?',
    title: 'A second look',
    lead: 'Open one to answer it again.',
    which: 'Which items',
    flagged: 'Flagged',
    unsure: 'Not sure',
    skipped: 'Skipped',
    answered: 'Answered',
    counted: (label: string, count: number) => `${label} (${formatCount(count)})`,
    empty: {
      flagged: 'No item is flagged. Flag one while labelling to come back to it with a note.',
      unsure: 'You were never unsure, or settled it since.',
      skipped: 'Nothing was skipped.',
      answered: 'Nothing is answered yet.',
    },
    list: 'Items for a second look',
    loading: 'Reading the item',
    gone: 'This item is no longer stored.',
    note: (note: string) => `Note: ${note}`,
    open: 'Open',
  },

  imports: {
    title: 'Imports',
    add: 'Add items',
    none: 'Nothing was imported yet.',
    line: (added: number) => formatPlural(added, 'item', 'items'),
    rest: (duplicates: number, rejected: number) =>
      [
        duplicates > 0 ? formatPlural(duplicates, 'duplicate left out', 'duplicates left out') : '',
        rejected > 0 ? formatPlural(rejected, 'bad row', 'bad rows') : '',
      ]
        .filter((part) => part !== '')
        .join(', '),
  },

  export: {
    title: 'Export',
    lead: 'Files are made on this device and saved to your downloads.',
    labels: 'Labels',
    labelsHint:
      'Every item with its standing answer, who gave it and when. JSON Lines has every decision ever made on the item, with the time it took and what the model proposed.',
    decided: (count: number) =>
      `The model decided ${formatPlural(count, 'item', 'items')} that nobody answered. ${count === 1 ? 'It is' : 'They are'} not in this file: what the model decides is no label.`,
    decidedLink: 'Save the decisions in Decide',
    predictions: 'Predictions',
    predictionsHint:
      'For items nobody has answered: what the model would say, with its probability. These are guesses; the quality figure says how far to trust them.',
    backup: 'Full backup',
    backupHint:
      'Everything in one file: items, all decisions, classes, guidelines, models. Restore it here or on another device; a hash shows whether it is sound.',
    csv: 'CSV',
    jsonl: 'JSON Lines',
    backupGo: 'Save a backup',
    csvLabel: (what: string) => `${what} as CSV`,
    jsonlLabel: (what: string) => `${what} as JSON Lines`,
    formulas:
      'In CSV a cell that a spreadsheet would run as a formula (it starts with =, +, - or @) gets an apostrophe in front. JSON Lines keeps every character as it is.',
    lastBackup: (ago: string) => `Last backup ${ago}.`,
    noBackup: 'No backup yet. Labels live only on this device until you save one.',
    done: (name: string, size: string) => `Saved ${name} (${size}).`,
    failed: (message: string) => `Not saved: ${message}`,
    labelsFile: (name: string, ending: string) => `${name}-labels.${ending}`,
    predictionsFile: (name: string, ending: string) => `${name}-predictions.${ending}`,
    noModel: 'There are no predictions before the model has learned from a few answers.',
  },

  card: {
    title: 'How this was sampled',
    hint: 'A card to go with any of these files: who chose the items and how, classes, dates, seed, quality with its interval, and what not to do with the labels. It lies in every exported model.',
    md: 'To read (Markdown)',
    json: 'As data (JSON)',
    offer: 'Save its card too',
    file: (name: string, ending: string) => `${name}-card.${ending}`,
  },

  remove: {
    title: 'Delete this project',
    lead: 'Removes its items, decisions and models from this device. A backup brings them back.',
    go: 'Delete the project',
  },
};
