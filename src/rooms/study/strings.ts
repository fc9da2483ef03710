import { door } from './door.ts';

/** What the study room says. One place, so that another language is another file. */
export const strings = {
  ...door,
  heading: 'Study an item',
  toItem: 'Open for labelling',
  back: 'Back to labelling',
  none: {
    title: 'Nothing to study yet',
    words: 'Answer an item first; then you can see here why the model thinks what it thinks.',
  },
  gate: {
    title: 'You have not answered this item',
    words:
      'People who see the model’s view first agree with it more often, right or wrong. Answer first, or look anyway.',
    answer: 'Answer it first',
    look: 'Show it anyway',
  },
} as const;
