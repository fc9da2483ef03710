import { formatCount, formatPlural } from '../shared/format-number.ts';
import { door } from './door.ts';

export const strings = {
  ...door,
  addTitle: (name: string) => `Add items to ${name}`,
  lead: 'Bring a file. Hone reads it on this device; nothing is uploaded.',
  decideLead:
    'New items for the model to decide about. What it is not sure enough of comes to you; corrections teach it.',
  addLead: 'New items join the ones that are there. Labels and the model stay as they are.',
  unknownProject: (id: string) =>
    `There is no project "${id}" on this device. It may have been deleted; open another one from Projects.`,
  backHome: 'Back to projects',
  loading: 'Opening the project',

  source: {
    title: 'Your data',
    drop: 'Drop a file here, or choose one',
    dropHere: 'Drop to read this file',
    formats:
      'Text and tables: CSV, TSV, JSON, JSON Lines, Parquet or plain text, in any common encoding. Pictures: PNG, JPEG, WebP, GIF or AVIF. Sounds: WAV, MP3, OGG, FLAC or M4A. Many files, a folder or a ZIP archive.',
    folder: 'Choose a folder',
    paste: 'Paste text',
    pasteLabel: 'Pasted text',
    pasteHint: 'One item a line, or a table copied from a spreadsheet.',
    pasteUse: 'Read this',
    pastedName: 'pasted text.txt',
    another: 'Choose something else',
    reading: 'Reading the start of the file',
    failedTitle: 'This file could not be read',
    failedHint: 'Choose another file, or set the format and encoding by hand and it is read again.',
    files: (count: number, first: string) =>
      count === 1 ? first : `${first} and ${formatPlural(count - 1, 'more file', 'more files')}`,
  },

  read: {
    title: 'As Hone read it',
    summary: (columns: number, shown: number) =>
      `${formatPlural(columns, 'column', 'columns')}; the first ${formatPlural(shown, 'row', 'rows')} shown.`,
    adjust: 'Not right? Read it differently',
    format: 'Format',
    encoding: 'Encoding',
    delimiter: 'Between columns',
    header: 'The first row names the columns',
    unit: 'An item is',
    unitLine: 'one line',
    unitFile: 'one whole file',
    automatic: 'as found',
    keepLocation: 'Keep where pictures were taken',
    locationHint:
      'Photos often hold the place where they were taken. Hone removes it from the copies it keeps, unless you need it; the pixels stay as they are.',
    row: 'Row',
    filled: (filled: number, rows: number) =>
      filled === rows
        ? 'always filled'
        : `filled in ${formatCount(filled)} of ${formatCount(rows)}`,
    empty: 'empty',
    moreColumns: (count: number) =>
      `${formatPlural(count, 'more column is', 'more columns are')} not shown. Type a part of a name to find one.`,
    find: 'Find a column',
    noColumn: (text: string) => `No column has "${text}" in its name.`,
    tableLabel: 'The first rows of the file, with what each column is for',
    badTitle: (count: number) =>
      `${formatPlural(count, 'row', 'rows')} at the start could not be read`,
    badHint: 'The others go in. After the import you can download the list.',
    first: 'This is what you will be asked about',
  },

  delimiters: [
    { value: ',', label: 'a comma ,' },
    { value: ';', label: 'a semicolon ;' },
    { value: '\t', label: 'a tab' },
    { value: '|', label: 'a bar |' },
  ],

  role: {
    label: (column: string) => `What is "${column}"?`,
    content: 'Content to label',
    id: 'Id',
    labelRole: 'Labels it has',
    oracle: 'Hidden answer',
    field: 'Extra field',
    ignore: 'Leave out',
    title: 'What the roles mean',
    hint: {
      content: 'What you and the model read. Several text columns are put together.',
      id: 'Your own number or name for the row. It comes back in every export.',
      label: 'Labels somebody gave before. The model learns from them at once.',
      oracle:
        'True answers for a demonstration. The model never sees them; they only answer for you.',
      field: 'Shown beside the item, if you like. The model does not read it.',
      ignore: 'Not kept at all.',
    },
  },

  modality: {
    label: 'What is one item?',
    one: (item: string) => `A ${item}`,
  },

  columnType: (column: string) => `What are the values of "${column}"?`,

  window: {
    label: 'How long is one item?',
    hint: 'Long recordings are cut side by side. A last piece is kept when it is longer than half of one.',
    whole: 'Each recording whole',
    seconds: (count: number) => (count === 1 ? '1 second' : `${count} seconds`),
  },

  mode: {
    label: 'How many classes can an item have?',
    single: 'Exactly one',
    multi: 'Any number',
    separator: 'Between labels in one cell',
    separators: [
      { value: ';', label: 'a semicolon ;' },
      { value: '|', label: 'a bar |' },
      { value: ',', label: 'a comma ,' },
      { value: '/', label: 'a slash /' },
      { value: ' ', label: 'a space' },
    ],
    fixed: (mode: 'single' | 'multi') =>
      mode === 'single'
        ? 'Items of this project have exactly one class.'
        : 'Items of this project have any number of classes.',
  },

  classes: {
    title: 'Classes',
    scanning: 'Reading the labels of the whole file',
    fromFile: (count: number, rows: number) =>
      `${formatPlural(count, 'different label', 'different labels')} in ${formatPlural(rows, 'row', 'rows')}.`,
    allLabelled:
      'Every row has a label, so the model learns from all of them and nothing is left to ask.',
    allLabelledHint:
      'To watch it learn from your answers instead, keep these labels as hidden answers.',
    hide: 'Keep them hidden',
    typed: 'Classes, one per line',
    typedMore: 'More classes, one per line',
    typedHint: 'What an answer can be. You can add, rename and merge classes later.',
    typedPlaceholder: 'toxic\nfine',
    name: 'Name',
    nameOf: (value: string) => `Name of the class for the label "${value}"`,
    nameOfTyped: (name: string) => `Name of the class ${name}`,
    colour: 'Colour',
    colourOf: (name: string) => `Colour and shape of ${name}`,
    colourName: (index: number) => `Colour ${index + 1}`,
    key: 'Key',
    keyOf: (name: string) => `Key of ${name}`,
    noKey: 'none',
    rows: (count: number) => formatPlural(count, 'row', 'rows'),
    inFile: (value: string) => `"${value}" in the file`,
    remove: (name: string) => `Leave out ${name}`,
    restore: (name: string) => `Take in ${name} again`,
    removedNote: (count: number) =>
      `Left out: ${formatPlural(count, 'row does', 'rows do')} not go in.`,
    joins: (name: string) => `joins "${name}"`,
    existingTitle: 'Classes of this project',
    rowLabel: 'Classes',
  },

  finish: {
    title: 'Import',
    name: 'Project name',
    duplicates: 'Items that are exactly the same',
    skip: 'Take one',
    keep: 'Keep all',
    skipHint: 'Labelling an item twice teaches nothing; the copies are counted and left out.',
    start: 'Import',
    notYet: 'Before this can start',
    running: 'Importing',
    progress: (added: number) => `${formatPlural(added, 'item', 'items')} in`,
    tally: (duplicates: number, rejected: number) =>
      `${formatPlural(duplicates, 'duplicate', 'duplicates')}, ${formatPlural(rejected, 'bad row', 'bad rows')}`,
    cancel: 'Cancel',
    cancelling: 'Taking out what went in',
    cancelled: 'Cancelled. Nothing was kept.',
    failed: 'The import stopped',
    failedHint: 'Nothing was kept. Change the settings above or choose another file.',
  },

  report: {
    done: (added: number) => `${formatPlural(added, 'item is', 'items are')} in`,
    nothing: 'Nothing went in',
    nothingNew: 'Every row was in this project already, or could not be read.',
    nothingHint:
      'No project was made. Go back, and check what the columns mean and how the file is read.',
    duplicates: (count: number) =>
      `${formatPlural(count, 'duplicate was', 'duplicates were')} left out.`,
    rejected: (count: number) =>
      `${formatPlural(count, 'row', 'rows')} could not be read and did not go in.`,
    clean: 'Every row went in.',
    label: 'Start labelling',
    decide: 'Decide about them',
    back: 'Back to the settings',
    more: 'Import another file',
    badCaption: 'Rows that did not go in',
    row: 'Row',
    reason: 'Why',
    excerpt: 'How it starts',
    download: 'Download the list (CSV)',
    shown: (shown: number, all: number) =>
      `The first ${formatCount(shown)} of ${formatCount(all)}.`,
    badFile: (name: string) => `${name}-bad-rows.csv`,
  },

  problem: {
    noFile: 'Choose a file, a folder, or paste text.',
    noContent: (modality: string) =>
      modality === 'table'
        ? 'Say which columns make the row.'
        : modality === 'text'
          ? 'Say which column holds the text to label.'
          : 'Say which column names the file.',
    noName: 'Give the project a name.',
    scanning: 'The labels of the whole file are still being read.',
    namelessClass: 'A class has no name. Give it one, or leave it out.',
    tooFewClasses: (needed: number) =>
      needed === 1
        ? 'Name at least one class.'
        : 'Name at least two classes, so that there is something to decide.',
    tooManyLabels: (found: number, most: number) =>
      `The label column has ${formatCount(found)} different values; Hone takes up to ${formatCount(most)}. Is it really the label? Choose another column, or make this one an extra field.`,
  },
};
