/** What the study of an item says. One place, so that another language is another file. */
import type { ViewWords } from '../../../modalities/view-contract.ts';
import { formatCount, formatPlural } from '../format-number.ts';

type Verb = 'for' | 'against';
type PartWords = Pick<ViewWords, 'part' | 'parts'>;
type ItemWords = Pick<ViewWords, 'item' | 'items'>;

export const strings = {
  reading: 'Reading the item …',
  gone: 'This item is not on this device.',
  failed: (message: string) => `The item could not be read: ${message}`,

  blind: {
    title: 'This item is to be answered blind',
    words:
      'It is a spot check, or the model is to watch only: what the model thinks of it is shown once you have answered. It waits for you in Decide.',
    toDecide: 'Open Decide',
  },
  audit:
    'Your answer to this item measures the model, so the model never learns it. Edits and judgements made here join the contrast test set; words you mark are learned.',

  learner: {
    opening: 'The learner is starting. The explanation follows.',
    encoding: 'Your items are being read for the first time. The explanation follows.',
    learning: 'Learning …',
    ready: 'Looking for the reasons …',
    following: 'Another tab does the learning; open this item there to see why.',
    failed: 'The learner has stopped, so it cannot say why. Your answers are safe.',
    restart: 'Start it again',
  },

  why: {
    title: 'Why this answer',
    says: (names: string, sure: string) => `The model says ${names}: ${sure}.`,
    basis: (answers: number) => `It has learned ${formatPlural(answers, 'answer', 'answers')}.`,
    quality: (right: number, n: number) =>
      `On ${formatPlural(n, 'blind answer', 'blind answers')} it was right ${formatPlural(right, 'time', 'times')}.`,
    noQuality: 'How often it is right was not measured yet.',
    yours: (names: string) => `You said ${names}.`,
    given: (names: string) => `The imported data say ${names}.`,
    classes: 'What speaks for or against',
  },

  numbers: {
    title: 'In numbers',
    about: (name: string, part: string) =>
      `What adds up to the score for ${name}, in log-odds. A ${part} counts by itself, exactly, and through the company it keeps.`,
    centred: 'Each figure is the difference to the mean over the classes.',
    part: (part: string) => `${part.slice(0, 1).toUpperCase()}${part.slice(1)}`,
    times: (word: string, count: number) => `${word} × ${formatCount(count)}`,
    named: 'By itself',
    latent: 'By its company',
    total: 'Together',
    rest: (count: number, { part, parts }: PartWords) =>
      formatPlural(count, `more ${part}`, `more ${parts}`),
    intercept: 'What holds for every item',
    remainder: (part: string) => `What cannot be said of a ${part}`,
    score: 'Score',
  },

  near: {
    title: 'Most like these, which you answered',
    similarity: {
      same: 'nearly the same',
      very: 'very alike',
      some: 'alike',
      little: 'a little alike',
    },
    nobody: 'No answer',
    open: (text: string) => `Study this item: ${text}`,
  },

  sure: {
    certain: 'all but certain',
    more: 'more than 9 in 10',
    tenths: (tenths: number) => `about ${tenths} in 10`,
    hardly: 'less than 1 in 10',
  },

  mark: {
    title: (word: string) => `What does “${word}” say?`,
    stance: 'It speaks',
    higher: 'The higher it is, the more it speaks',
    for: 'for',
    against: 'against',
    strength: 'How firmly',
    hint: 'Hint',
    hintTip: 'Fades as your answers grow in number.',
    rule: 'Rule',
    ruleTip: 'Keeps its weight however many answers there are.',
    classFor: (word: string, verb: Verb, name: string) => `“${word}” speaks ${verb} ${name}`,
    irrelevant: 'Irrelevant',
    later: 'Ask me later',
    close: 'Close',
    other: 'Another word or phrase',
    otherField: 'Word or phrase',
    otherHint:
      'You can also press any word or select a phrase in the text. refund* stands for all words that begin so.',
    otherSay: 'Say something about it',
    noWord: 'There is no word in this.',
    done: {
      for: (word: string, name: string) => `“${word}” speaks for ${name}.`,
      against: (word: string, name: string) => `“${word}” speaks against ${name}.`,
      irrelevant: (word: string) => `“${word}” is irrelevant.`,
      later: (word: string) => `“${word}”: asked again later.`,
    },
  },

  paint: {
    title: (count: number) =>
      count === 1
        ? 'What does the painted place say?'
        : `What do the ${formatPlural(count, 'painted place', 'painted places')} say?`,
    classFor: (name: string) => `It is the evidence for ${name}`,
    evidence: 'It is the evidence for',
    irrelevant: 'Nothing to do with it',
    close: 'Close',
    done: {
      evidence: (name: string) => `The painted place is the evidence for ${name}.`,
      irrelevant: () => 'The painted place has nothing to do with it.',
    },
  },

  said: {
    title: 'What you said here',
    for: (word: string, name: string) => `${word} → ${name}`,
    against: (word: string, name: string) => `${word} ↛ ${name}`,
    forName: (word: string, name: string) => `${word} speaks for ${name}`,
    againstName: (word: string, name: string) => `${word} speaks against ${name}`,
    irrelevant: (word: string) => `${word}: irrelevant`,
    later: (word: string) => `${word}: later`,
    rule: 'rule',
    painted: {
      evidence: (count: number, name: string) =>
        `${formatPlural(count, 'painted place', 'painted places')} → ${name}`,
      irrelevant: (count: number) =>
        `${formatPlural(count, 'painted place', 'painted places')}: irrelevant`,
    },
    flips: (names: string) => `Proposal: yes, it flips to ${names}`,
    stays: (names: string) => `Proposal: no, still ${names}`,
    nonsense: 'Proposal: nonsense',
    withdraw: (what: string) => `Withdraw: ${what}`,
    withdrawAll: 'Withdraw all',
    withdrawn: (what: string) => `Withdrawn: ${what}.`,
    allWithdrawn: (count: number) =>
      `Withdrawn: ${formatPlural(count, 'statement', 'statements')}.`,
  },

  asked: {
    title: 'The model would like to know',
    question: (word: string) => `Does “${word}” speak for something?`,
    items: (count: number) => `In ${formatPlural(count, 'item', 'items')}.`,
  },

  flip: {
    title: 'What would flip it',
    target: 'To',
    nearest: 'Whichever is nearest',
    looking: 'Looking for small changes …',
    deletes: (parts: string, names: string) =>
      `Removing these ${parts} flips the model to ${names}.`,
    replaces: (parts: string, names: string) =>
      `Changing these ${parts} flips the model to ${names}.`,
    leans: (parts: string, names: string) =>
      `For ${names} the model leans most on these ${parts}. It would say ${names} without them too.`,
    sure: (name: string, before: string, after: string) => `${name}: ${before} → ${after}`,
    ask: (item: string) => `And what is the changed ${item}, to you?`,
    flips: (names: string) => `Yes, it is ${names}`,
    stays: (names: string) => `No, still ${names}`,
    nonsense: 'Nonsense',
    judged: {
      flips: (names: string) => `Judged: yes, ${names}.`,
      stays: (names: string) => `Judged: no, still ${names}.`,
      nonsense: (_names: string) => 'Judged: nonsense.',
    },
    measures: 'How good a proposal is this?',
    changed: (count: number, { part, parts }: PartWords) =>
      `${formatPlural(count, part, parts)} changed`,
    kept: (share: string, parts: string) => `${share} of the ${parts} stay`,
    plausible: (near: number) => `${near} of the 5 nearest answered items have the new answer`,
    noPlausible: 'too few answered items to tell whether it is plausible',
    minimal: 'no smaller removal flips it',
    notMinimal: 'a smaller removal was not ruled out',
    diversity: (share: string, parts: string) =>
      `The proposals differ in ${share} of their ${parts}.`,
    tried: (count: number, { item, items }: ItemWords, ms: string) =>
      `${formatPlural(count, item, items)} tried in ${ms} ms.`,
    none: 'No small change was found that flips the model.',
    outdated: 'The model has learned since these were found.',
    lookAgain: 'Look again',
  },

  edit: {
    title: 'Edit it and see',
    reset: 'Back to the original',
    now: (names: string, sure: string) => `Now ${names}: ${sure}.`,
    bar: (name: string, before: string, after: string) => `${name}: before ${before}, now ${after}`,
    was: (before: string) => `was ${before}`,
    save: 'Keep the edited copy as a lesson',
    unchanged: (item: string) => `Change the ${item} first.`,
    flips: 'This is now',
    flipsTo: 'What the edited copy is',
    flipsSave: 'Save: it flips',
    same: (names: string) => `Save: must not matter, still ${names}`,
    boundary: 'The boundary lies here, between',
    boundaryA: 'One side of the boundary',
    boundaryB: 'The other side of the boundary',
    and: 'and',
    boundarySave: 'Save: the boundary',
    done: {
      flips: (names: string) => `Saved: the edited copy is ${names}.`,
      'must-not-matter': (names: string) => `Saved: the edit must not matter, still ${names}.`,
      boundary: (names: string) => `Saved: the boundary lies here, between ${names}.`,
    },
    saved: 'Edited copies of this item',
    chip: {
      flips: (names: string) => `is ${names}`,
      'must-not-matter': (names: string) => `must not matter, still ${names}`,
      boundary: (names: string) => `boundary: ${names}`,
    },
    none: 'none',
    between: ' and ',
  },

  did: {
    learning: 'Learning from it …',
    flipped: (count: number) =>
      count === 0
        ? 'No prediction changed.'
        : `${formatPlural(count, 'prediction', 'predictions')} changed.`,
    show: 'Show them',
    more: (count: number) => `and ${formatCount(count)} more`,
    quality: (before: number, after: number, n: number) =>
      `Right on ${formatPlural(n, 'blind answer', 'blind answers')}: ${before} before, ${after} after.`,
    unmeasured: 'No blind answers yet, so whether it helps is not measured.',
    undo: 'Undo',
    undone: 'Taken back.',
  },
} as const;
