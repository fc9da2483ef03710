/** What the oversight room says of drift, and of what was asked because of it. */
import { formatCount, formatPlural } from '../shared/format-number.ts';

const checks = (n: number): string => formatPlural(n, 'random check', 'random checks');
const items = (n: number): string => formatPlural(n, 'item', 'items');

export const driftStrings = {
  title: 'Do new items differ from old ones?',
  lead: (level: string) =>
    `Two windows of items are compared in every respect that a test fits: columns one by one, columns taken together (a scan for places where new items crowd), the items of each class, and what the model says. An alarm goes off when one difference is so large that, corrected for the number of comparisons (Benjamini and Hochberg, weighted), chance makes it in fewer than ${level} looks. If nothing changed, that is at most ${level} looks with a false alarm.`,
  level: '3 in 100',
  reference: 'Reference',
  byDefault: 'The first items (by default)',
  byHand: 'Items by their number',
  from: 'From item',
  to: 'To item',
  current: 'Compare with',
  newest: (n: number) => `The newest ${items(n)}`,
  incoming: 'What came in to be decided about',
  compare: 'Compare',
  comparing: 'Comparing …',
  tooFew: 'There are too few items for two windows.',
  wrongRange: (n: number) =>
    `Items are numbered from 1 to ${formatCount(n)}, and the first must not be larger than the last.`,
  windows: (a: string, b: string) => `Reference: ${a}. Compared with: ${b}.`,
  window: (from: number, to: number, n: number) =>
    `items ${formatCount(from)} to ${formatCount(to)} (n = ${formatCount(n)})`,
  overlap: 'The two windows overlap: differences look smaller than they are.',
  alarm: (n: number) => `Alarm: ${formatPlural(n, 'difference', 'differences')} beyond chance.`,
  calm: 'No alarm: no difference is beyond what chance makes.',
  calmNote:
    'That is no proof that nothing changed: a change in few items, or in what answers would be, can go unseen.',
  table: 'Comparisons',
  what: 'What',
  how: 'Test',
  size: 'Stability index',
  chance: 'Chance of it',
  corrected: 'Corrected',
  n: 'n',
  verdict: 'Verdict',
  changed: 'changed',
  same: 'within chance',
  moving: 'moves by its nature: no alarm',
  below: (p: string) => `under ${p}`,
  more: (n: number) => `Show all ${formatCount(n)} comparisons`,
  on: {
    column: (column: string) => column,
    missing: (column: string) => `${column}: left empty`,
    within: (name: string) => `Items of ${name}, columns taken together`,
    together: 'All items, columns taken together',
    predictions: 'How often the model says each class',
    predictionsOf: (name: string) => `How often the model says ${name}`,
    vectors: 'Items as the model sees them',
  },
  tests: {
    'kolmogorov-smirnov': 'Kolmogorov and Smirnov',
    'chi-square': 'chi-square',
    mmd: 'mean discrepancy (kernel)',
    scan: 'scan for crowds',
  },
  crowds: 'Where new items crowd',
  cell: {
    and: ' and ',
    value: (column: string, value: string) => `${column} is ${value}`,
    missing: (column: string) => `${column} is empty`,
    any: (column: string) => `${column} is anything`,
    below: (column: string, below: string) => `${column} is below ${below}`,
    above: (column: string, from: string) => `${column} is ${from} or more`,
    between: (column: string, from: string, below: string) =>
      `${column} is ${from} to below ${below}`,
    found: (where: string, now: number, allNow: number, before: number, allBefore: number) =>
      `${where}: ${formatCount(now)} of ${formatCount(allNow)} new, ${formatCount(before)} of ${formatCount(allBefore)} before`,
  },
  crowdsHint:
    'These were picked out because they differ most: their numbers show where to look, and are no measure of how much changed.',
  indexHint:
    'The population stability index (PSI) is a size, not a test; by custom 0.1 is small and 0.25 large.',
  leftOut: (names: string) => `No test fits these columns: ${names}.`,
  proposed: 'What the model says',
  proposedRow: (name: string) => name,
  before: 'reference',
  now: 'new',
  confidence: (before: string, now: string, a: number, b: number) =>
    `Mean confidence: ${before} in the reference (n = ${formatCount(a)}), ${now} in the new items (n = ${formatCount(b)}). It is not tested: the model is surer of what it learned.`,
  untaught: 'The model has learned nothing yet, so only the items themselves are compared.',
  shift: 'How frequent the classes are now',
  shiftHint: (n: number) =>
    `Estimated without answers, from ${checks(n)} (black-box shift estimation, Lipton, Wang and Smola 2018). It holds only if each class still looks as it did, and has no interval.`,
  shiftRow: (name: string, before: string, now: string) =>
    `${name}: ${before} of the random checks, about ${now} of the new items`,
  shiftFew: (needed: number) =>
    `How frequent the classes are in the new items cannot be told yet: that takes ${checks(needed)} of every class.`,
  shiftAlike:
    'How frequent the classes are in the new items cannot be told: the model does not tell some of them apart well enough.',
  shiftMulti:
    'How frequent the classes are in the new items is told only for projects of one class an item.',
  moved: (n: number) => `Ask me about these ${formatCount(n)}`,
  movedTitle: 'Items that moved most',
  movedHint:
    'Unanswered items of the new window, those that speak most for a change first. In Label they come before all other questions, one after the other. Your answers are learned and measure nothing: these items are no random sample.',
  noMoved: 'Every item of the new window is answered.',
  show: 'Show the list',
  hide: 'Hide the list',
};

export const relabellingStrings = {
  title: 'What you were asked because of the drift alarm',
  going: (left: number, all: number) =>
    `${formatCount(left)} of ${formatPlural(all, 'item', 'items')} left. They come before all other questions.`,
  goOn: 'Go on in Label',
  end: 'End this',
  done: (answered: number, passed: number, left: number) =>
    [
      `You answered ${items(answered)}`,
      passed > 0 ? `, passed on ${formatCount(passed)}` : '',
      left > 0 ? `, and ended it with ${formatCount(left)} left` : '',
      '.',
    ].join(''),
  agreed: (agreed: number, compared: number) =>
    `Before you answered, the model was right on ${formatCount(agreed)} of ${formatCount(compared)}. They were picked for being odd, so that is no measure of its quality.`,
  classes: (said: string) => `Your answers: ${said}.`,
  quality: 'Right on random items, before and now',
  before: 'Before',
  now: 'Now',
  unmeasured:
    'What it did to quality is not known: no random check was answered. They come up among the usual questions.',
  again:
    'Compare the windows again below: whether the alarm goes off now, with your answers in it.',
};
