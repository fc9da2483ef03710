/** What the views of a row say. One place, so that another language is another file. */

type Verb = 'for' | 'against';

export const strings = {
  words: { part: 'column', parts: 'columns', item: 'row', items: 'rows' },
  missing: 'missing',
  low: 'unusually low',
  high: 'unusually high',
  rare: 'rare',
  unread: (count: number) =>
    count === 1
      ? '1 column that the model does not read'
      : `${count} columns that the model does not read`,
  more: (count: number) => (count === 1 ? '1 more column' : `${count} more columns`),
  above: (share: string) => `higher than ${share} of all rows`,
  of: (share: string) => `${share} of all rows`,
  legendFor: '+ speaks for',
  legendAgainst: '− speaks against',
  legendMore: 'Press a column or a value to say something about it.',
  nothing: (name: string) => `No column says much about ${name} here.`,
  names: {
    part: (name: string, verb: Verb, className: string, strength: string) =>
      `${name}: speaks ${verb} ${className}, ${strength}`,
    none: (name: string, className: string) => `${name}: says nearly nothing about ${className}`,
    said: (name: string) => `${name}; you said something about it`,
    column: (column: string) => `The column ${column} as a whole`,
  },
  strength: ['nearly nothing', 'slightly', 'clearly', 'strongly'],
  verbs: { for: 'raises', against: 'lowers' },
  from: 'before: ',
  to: 'after: ',
  changedTo: '→',
  editHint: 'Change cells and watch the answer. Nothing is kept until you save.',
  slider: (column: string) => `${column}, slider`,
  lock: (column: string) => `Lock ${column}: proposals leave it as it is`,
  unlock: (column: string) => `Unlock ${column}: proposals may change it`,
  reset: (column: string) => `Put ${column} back`,
  locked: 'locked',
  other: (level: string) => `${level} (as it is)`,
} as const;
