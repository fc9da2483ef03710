/** What the room of features says. One place, so that another language is another file. */
import type { ViewWords } from '../../modalities/view-contract.ts';
import { formatCount, formatPlural } from '../shared/format-number.ts';
import { door } from './door.ts';

type Words = Pick<ViewWords, 'part' | 'parts'>;

const acts = (count: number): string => formatPlural(count, 'act', 'acts');

/** Each holds from its first number on. */
const STRENGTHS: readonly (readonly [number, string])[] = [
  [1.75, 'double'],
  [1.25, 'half as much again'],
  [0.85, 'as it is'],
  [0.65, 'three quarters'],
  [0.4, 'half'],
  [0.15, 'a quarter'],
];

function sayStrength(share: number): string {
  return STRENGTHS.find(([least]) => share >= least)?.[1] ?? 'hardly at all';
}

export const strings = {
  ...door,
  lead: 'What the model goes by, and what you told it. Marks are optional; labels teach it most.',
  tabs: {
    named: (parts: string) => `${parts.slice(0, 1).toUpperCase()}${parts.slice(1)}`,
    brought: 'What it brought',
    copies: 'Copies and tests',
  },
  label: 'Parts of this room',
  failed: (message: string) => `This could not be read: ${message}`,
  following: 'Another tab does the learning; look at the words there.',
  retry: 'Try again',
  loading: 'Asking the model …',

  list: {
    title: (parts: string) => `The model’s ${parts}`,
    search: 'Search',
    order: 'Order',
    towards: 'Weight towards',
    orders: { weight: 'Weight', items: 'Items', name: 'Name', said: 'What was said' },
    saidOnly: (parts: string) => `Only ${parts} something was said of`,
    total: (count: number, { part, parts }: Words) =>
      part === 'word'
        ? formatPlural(count, 'word or pair of words', 'words and pairs of words')
        : formatPlural(count, part, parts),
    none: ({ part }: Words) =>
      part === 'word'
        ? 'No word like that is in the vocabulary. Add it above: it is learned as soon as an item has it.'
        : `There is no ${part} like that.`,
    items: (count: number) => formatPlural(count, 'item', 'items'),
    noItems: 'in no item yet',
    weight: (name: string, value: string) => `weight towards ${name}: ${value}`,
    family: 'a family of words',
    wholeColumn: 'a whole column',
    more: 'Show more',
    acts: (word: string) => `Say something about ${word}`,
    speaksFor: (name: string) => `Speaks for ${name}`,
    speaksAgainst: (name: string) => `Speaks against ${name}`,
    irrelevant: 'Irrelevant',
    asRule: 'Keep as a rule (does not fade)',
    asHint: 'Soften to a hint (fades as labels grow)',
    withdraw: 'Withdraw what was said',
  },

  add: {
    title: 'Add a word, a phrase or a family',
    word: 'Word or phrase',
    hint: 'A family has a star: refund* takes in refund, refunds, refunded.',
    says: 'It speaks',
    for: 'for',
    against: 'against',
    irrelevant: 'for nothing (irrelevant)',
    class: 'Class',
    strength: 'As a',
    strengths: { hint: 'hint (fades)', rule: 'rule (stays)' },
    add: 'Add',
    noWord: 'Write a word first.',
  },

  done: {
    marked: (word: string) => `“${word}” is marked.`,
    withdrawn: (count: number) => `${acts(count)} withdrawn.`,
    setting: 'The contrast test set was changed.',
  },

  said: { hint: 'hint', rule: 'rule' },

  conflicts: {
    title: 'Your labels disagree',
    words: (said: string, disagree: number, labels: number) =>
      `You said: ${said}. ${formatCount(disagree)} of ${formatPlural(labels, 'label', 'labels')} with it disagree.`,
    keep: 'Keep it',
    soften: 'Soften to a hint',
    withdraw: 'Withdraw it',
  },

  account: {
    title: 'What your feedback has brought',
    basis: (n: number) =>
      `Measured on your newest ${formatPlural(n, 'blind answer', 'blind answers')}: drawn at random, answered before the proposal was seen, never learned.`,
    none: 'Nothing was said yet beyond labels.',
    noAudits:
      'There are no blind answers yet to measure it on. One question in ten is drawn at random for that; answer a few.',
    gestures: {
      'word-for': (count: number) => formatPlural(count, 'word mark', 'word marks'),
      'word-irrelevant': (count: number) =>
        formatPlural(count, 'irrelevant mark', 'irrelevant marks'),
      'region-evidence': (count: number) =>
        formatPlural(count, 'place painted as evidence', 'places painted as evidence'),
      'region-irrelevant': (count: number) =>
        formatPlural(count, 'place painted as irrelevant', 'places painted as irrelevant'),
      edit: (count: number) => formatPlural(count, 'edited copy', 'edited copies'),
      judged: (count: number) => formatPlural(count, 'judged proposal', 'judged proposals'),
    },
    all: (count: number) => `All feedback together (${acts(count)})`,
    figure: (withIt: number, without: number, n: number, points: string) =>
      `${withIt} of ${n} right with it, ${without} without: ${points} points.`,
    strength: (share: number, scored: number) =>
      scored === 0
        ? 'Counts as it is: no answer drawn at random has judged it yet.'
        : `Counts ${sayStrength(share)}, by ${formatPlural(scored, 'answer', 'answers')} drawn at random.`,
    chance: {
      clear: 'Hardly chance.',
      maybe: 'It may be chance.',
      same: 'No difference on these answers.',
    },
    hurting: 'Without these the blind answers would fit better:',
    withdraw: (what: string) => `Withdraw ${what}`,
    withdrawAll: 'Withdraw all feedback',
    sure: (count: number) =>
      `Withdraw ${acts(count)}? The model is then the one that never had them. Undo brings them back.`,
    yes: 'Withdraw',
    no: 'Keep them',
  },

  anchoring: {
    title: 'Does the proposal sway you?',
    words:
      'How often you agree with the model when its proposal stands there first, and when you answer blind. Audit draws are left out.',
    first: 'Agreed, proposal seen first',
    blind: 'Agreed, answered blind',
    gap: (value: string, low: string, high: string) =>
      `Difference: ${value} points, between ${low} and ${high}.`,
    noGap:
      'Not measurable yet: it takes answers of both kinds. Proposals are shown first only if the project says so (Classes, Settings); even then one question in ten stays blind.',
  },

  contrast: {
    title: 'Contrast test set',
    words:
      'Pairs of an item and your edited copy with another answer. Random tests hide what feedback gains; such pairs show it. Pairs held out are not learned, neither half; pairs of audit draws always are.',
    share: 'Hold out',
    shares: { '0': 'none more', '0.25': 'every fourth pair', '0.5': 'every second pair' },
    count: (pairs: number, held: number) =>
      `${formatPlural(pairs, 'pair', 'pairs')}, ${formatCount(held)} held out.`,
    pairwise: 'Both halves right',
    originals: 'Originals right',
    edited: 'Edited copies right',
    none: 'Edit an item until its answer flips and save it: that makes a pair.',
  },

  copies: {
    title: 'Edited copies and judged proposals',
    words:
      'Virtual items: rows for the learner, tied to their original. They are never asked about, never counted and never exported as data.',
    none: 'None yet. Open the reasons of an item (W while labelling) to edit it or to judge a proposal.',
    stances: {
      flips: (names: string) => `flips to ${names}`,
      'must-not-matter': (names: string) => `the change must not matter: still ${names}`,
      boundary: (names: string) => `the boundary between ${names}`,
    },
    verdicts: {
      flips: (names: string) => `judged: yes, it flips to ${names}`,
      stays: (names: string) => `judged: no, still ${names}`,
      nonsense: () => 'judged: nonsense',
    },
    original: 'Original',
    withdraw: (text: string) => `Withdraw: ${text}`,
  },
} as const;
