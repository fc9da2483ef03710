/** What the views of a text say. One place, so that another language is another file. */

type Verb = 'for' | 'against';

export const strings = {
  words: { part: 'word', parts: 'words', item: 'text', items: 'texts' },
  legendFor: 'for',
  legendAgainst: 'against',
  legendMore: 'The thicker the line, the more a word says. Press a word to correct it.',
  longer: (count: string) =>
    `The model reads the first ${count} characters; what comes after says nothing to it.`,
  nothing: (name: string) => `No single word says much about ${name} here.`,
  names: {
    word: (word: string, verb: Verb, name: string, strength: string) =>
      `${word}: speaks ${verb} ${name}, ${strength}`,
    said: (name: string) => `${name}; you said something about it`,
    none: (word: string, name: string) => `${word}: says nearly nothing about ${name}`,
  },
  strength: ['nearly nothing', 'slightly', 'clearly', 'strongly'],
  removed: 'removed: ',
  added: 'added: ',
  end: ' (end of change) ',
  edit: 'The text, as you like it',
  editHint: 'Nothing is kept until you save. The item itself never changes.',
} as const;
