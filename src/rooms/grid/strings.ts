/** What the grid room says. One place, so that another language is another file. */
import { formatPlural } from '../shared/format-number.ts';
import { door } from './door.ts';

export const strings = {
  ...door,
  title: 'Many at once',
  lead: 'Select pictures that show the same, then press the key of their class. Each becomes an answer of its own.',
  keys: 'Arrow keys move, space selects, Shift with an arrow selects on the way. Escape clears, u takes the last press back.',
  loading: 'Looking for pictures without an answer',
  list: 'Pictures without an answer',
  selected: (count: number) =>
    count === 0 ? 'Nothing selected' : `${formatPlural(count, 'picture', 'pictures')} selected`,
  all: 'Select all',
  none: 'Select none',
  next: 'Next pictures',
  labelAs: (name: string) => `Label the selected as ${name}`,
  said: (count: number, name: string) =>
    `${formatPlural(count, 'picture is', 'pictures are')} ${name}`,
  isNow: (names: readonly string[]) =>
    names.length === 0 ? ', labelled as none of the classes' : `, labelled ${names.join(' and ')}`,
  nothing: 'Select pictures first.',
  done: {
    title: 'Every picture has an answer',
    words: 'Import more, or look at what the model is unsure about.',
    toLabel: 'To the label room',
  },
} as const;
