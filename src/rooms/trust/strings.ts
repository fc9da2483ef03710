/** What the room of trust says. One place, so that another language is another file. */
import type { CalibrationKind } from '../../domain/trust/calibration/map.ts';
import type { DelegationLevel } from '../../domain/trust/decisions.ts';
import { formatCount, formatPlural } from '../shared/format-number.ts';
import { door } from './door.ts';

const audits = (n: number): string => formatPlural(n, 'random check', 'random checks');

export const strings = {
  ...door,
  lead: 'How far the model can be taken at its word, and what it may decide without you. Everything here rests on random checks: questions drawn by chance, answered blind, never learned.',
  sample: (rows: number, total: number) =>
    `Numbers of open items on this page are of a sample of ${formatCount(rows)} of your ${formatCount(total)} items.`,
  loading: 'Asking the model …',
  failed: (message: string) => `This could not be worked out: ${message}`,
  retry: 'Try again',
  changed: 'Changed.',

  level: {
    title: 'How far the model may go',
    now: (name: string) => `Now: ${name}`,
    names: {
      demonstrate: 'You show',
      verify: 'It proposes',
      correct: 'It decides, you correct',
      alone: 'It decides alone',
    } satisfies Record<DelegationLevel, string>,
    words: {
      demonstrate: 'You decide every item without seeing a proposal; the model watches and learns.',
      verify: 'The model proposes, you decide every item.',
      correct:
        'The model decides what it is sure enough of; you look through it and correct. The rest comes to you.',
      alone:
        'The model decides within the promise below; only doubtful items and spot checks come to you.',
    } satisfies Record<DelegationLevel, string>,
    group: 'Level',
    choose: 'Choose this level',
    raise: (name: string) => `Let the model go further: ${name}`,
    lower: (name: string) => `Take it back to: ${name}`,
    evidence: 'What speaks for it',
    noEvidence:
      'There are no random checks yet, so nothing speaks for it. Answer more questions first.',
    needsPromise:
      'Deciding alone needs a promise that holds. Set one below and answer random checks until it does.',
    agree: 'Let it',
    keep: 'Leave it',
    right: (right: number, n: number) => `${formatCount(right)} of ${audits(n)} were right.`,
    kept: (accepted: number, wrong: number) =>
      `Of the ${formatCount(accepted)} it would have decided alone, ${formatCount(wrong)} ${wrong === 1 ? 'was' : 'were'} wrong.`,
    falls: 'It falls back by itself as soon as spot checks show that the promise is broken.',
    done: (name: string) => `The level is now: ${name}.`,
  },

  accept: {
    title: 'What it may decide',
    how: 'Threshold',
    kinds: { promise: 'From a promise', 'by-hand': 'By hand' },
    mostWrong: 'At most this share wrong among what it decides',
    certainty: 'With this certainty',
    threshold: 'Decide when it is at least this sure',
    thresholdValue: (value: string) => `more than ${value} sure`,
    perClass: 'Another threshold for one class',
    asAll: 'as the others',
    kept: (share: string) =>
      `The promise holds when it decides the ${share} of the items that it is surest of.`,
    tooLittle: (have: number, needed: number) =>
      `Too little evidence for this promise: it takes at least ${audits(needed)} of items that it may decide, and there are ${formatCount(have)}. Until then nothing is decided without you.`,
    notShown: (wrong: number, tested: number) =>
      `Not shown yet: of the ${formatCount(tested)} checks it was surest of, ${formatCount(wrong)} ${wrong === 1 ? 'was' : 'were'} wrong.`,
    more: (needed: number) =>
      `About ${audits(needed)} in all would show it, if it stays this good.`,
    never: 'More checks will not help: the model has to get better first, or the promise milder.',
    consequence: (accepted: number, pool: number, share: string) =>
      `It would decide ${formatCount(accepted)} of ${formatCount(pool)} open items (${share}).`,
    wrong: 'Wrong among checks like these',
    noWrong: 'No random check was that sure, so nobody knows how many would be wrong.',
    saved: (hours: string) => `Saves you about ${hours} at your pace so far.`,
    rest: (review: number, escalate: number) =>
      `${formatCount(review)} would come to you, ${formatCount(escalate)} to an expert.`,
    rulesApart:
      'Open items that your rules and the thresholds of groups below send on, or that are unlike anything known, are still among these numbers. What the promise rests on leaves out the random checks that rules send on.',
    guarantee:
      'The promise is a guarantee for finite samples (learn then test): with the certainty chosen, it holds for items like those that were checked at random. It says nothing of items of another kind; spot checks watch for those.',
    multi: 'With several classes per item an answer counts as right only when the whole set is.',
  },

  expert: {
    title: 'What goes to an expert',
    below: 'When it is less sure than',
    stakes: 'Whenever this class is possible',
    stakesFrom: 'Possible means at least',
    rules: 'Your rules',
    noRules:
      'No rules yet. A rule sends every item that matches it to a person or an expert, however sure the model is.',
    add: 'Add a rule',
    field: 'Where',
    itself: 'in the item itself',
    test: 'Test',
    tests: { contains: 'contains', equals: 'is', above: 'is above', below: 'is below' },
    value: 'Value',
    goes: 'Goes to',
    routes: { review: 'a person', escalate: 'an expert' },
    noValue: 'Write what to look for first.',
    notNumber: (value: string) =>
      `“${value}” is not a number: “is above” and “is below” compare numbers.`,
    remove: (words: string) => `Remove the rule: ${words}`,
    rule: (where: string, test: string, value: string, to: string) =>
      `${where} ${test} “${value}” → ${to}`,
    groups: 'Thresholds of groups',
    groupsWarning:
      'Items of these groups are decided for by another measure than the others. Say so to those it concerns.',
    group: (field: string, value: string, least: string, by: string) =>
      `${field} is ${value}: more than ${least} sure (${by})`,
    setBy: (person: string, day: string) => `set by person ${person} on ${day}`,
    spot: 'Spot checks',
    spotHint:
      'This share of what it would decide goes to you all the same, without a word of what it thinks. They show whether the promise is kept.',
  },

  calibration: {
    title: 'When it says it is sure',
    none: 'Not known yet: it takes random checks. One question in ten is drawn for that; answer a few.',
    words: (right: number, of: number, said: string) =>
      `Of ${formatCount(of)} it was about ${said} sure of, ${formatCount(right)} were right.`,
    basis: (n: number) => `From ${audits(n)}.`,
    milder: 'Its probabilities are made milder: it was more sure than it was right.',
    sharper: 'Its probabilities are made sharper: it was more often right than it was sure.',
    same: 'Its probabilities are shown as they are.',
    vector:
      'Its probabilities are set right for each class by itself: it was more sure of some classes, and less of others, than it was right. No answer changes by that.',
    isotonic:
      'What it says is replaced by how often it was right when it was that sure. No answer changes by that.',
    which: 'Which calibration, and why',
    kind: 'Calibration',
    loss: (n: number) => `Log loss, each of ${audits(n)} left out`,
    inUse: '(in use)',
    names: {
      identity: 'none',
      temperature: 'one number for all (temperature)',
      vector: 'two numbers a class (vector)',
      isotonic: 'steps as the checks have them (isotonic)',
    } satisfies Record<CalibrationKind, string>,
    unfit: 'not for these classes: it is for one class per item, and at most twenty of them',
    tooFew: (have: number, needed: number) =>
      `too few checks: ${formatCount(have)}, it takes ${formatCount(needed)}`,
    missing: (name: string, have: number, needed: number) =>
      `Too few checks for a finer calibration, ${name}: there are ${formatCount(have)}, it takes ${formatCount(needed)}.`,
    rule: 'A finer calibration is used when it is better by more than one standard error, none when one number gains nothing.',
    x: 'how sure it is',
    y: 'share right',
    raw: 'as it says',
    scaled: 'calibrated',
    ideal: 'honest',
    measure: 'Measure',
    measures: {
      ece: 'Expected calibration error',
      debiased: 'The same, chance taken out',
      brier: 'Brier score',
      logLoss: 'Log loss',
    },
    cross:
      'The calibrated figures are by cross-validation: no check is judged by a calibration that has seen it.',
    few: (needed: number) => `The picture begins at ${audits(needed)}.`,
  },

  sets: {
    title: 'What it cannot rule out',
    words: (coverage: string) =>
      `The smallest set of classes that holds the right one in at least ${coverage} of the items.`,
    none: 'Not known yet: it takes at least 9 random checks, and one class per item.',
    size: (mean: string, pool: number) =>
      `${mean} classes on average over ${formatPlural(pool, 'open item', 'open items')}.`,
    single: (share: string) => `For ${share} of them a single class remains.`,
  },
} as const;
