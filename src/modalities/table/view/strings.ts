/** What the views of a row say. One place, so that another language is another file. */

export const strings = {
  words: { part: 'column', parts: 'columns', item: 'row', items: 'rows' },
  card: 'Values of the row',
  missing: 'missing',
  missingShare: (share: string) => `missing in ${share} of the rows`,
  high: 'unusually high',
  low: 'unusually low',
  rare: 'rare',
  unseen: 'not seen before',
  inRows: (share: string) => `${share} of the rows have it`,
  above: (share: string) => `higher than ${share} of the rows`,
  late: (share: string) => `later than ${share} of the rows`,
  more: (count: number) => `${count} more columns`,
  ignored: 'Columns the model does not read',
  speaks: (name: string, cell: string, verb: 'for' | 'against', of: string, strength: string) =>
    `${name}, ${cell}: speaks ${verb} ${of}, ${strength}`,
  saysNothing: (name: string, cell: string, of: string) =>
    `${name}, ${cell}: says nearly nothing about ${of}`,
  said: (sentence: string) => `${sentence}; you said something about it`,
  strength: ['nearly nothing', 'slightly', 'clearly', 'strongly'],
  legend: (name: string) =>
    `Bars to the right speak for ${name}, to the left against. Press a column to correct it.`,
  all: (count: number) => `Show all ${count} columns`,
  fewer: 'Show the strongest',
  whole: 'whole column',
  wholeOf: (name: string) => `The column ${name} as a whole`,
  was: 'was ',
  becomes: ' becomes ',
  same: 'No column differs.',
  edit: 'Change values and watch the model',
  editHint: 'Nothing is kept until you save. The row itself never changes.',
  valueOf: (name: string) => `Value of ${name}`,
  sliderOf: (name: string) => `${name}, by slider`,
  original: (cell: string) => `was ${cell}`,
  lock: (name: string) => `Keep ${name} as it is in proposals`,
  locked: 'locked',
} as const;
