import type { BudgetLeft } from '../../domain/budget.ts';
import { formatBudget } from '../shared/format-budget.ts';
import { formatCount } from '../shared/format-number.ts';
import { door } from './door.ts';

type BudgetWords = BudgetLeft & { readonly currency: string };

const sayAmount = (
  { kind, currency }: Pick<BudgetWords, 'kind' | 'currency'>,
  amount: number,
): string => formatBudget(kind, amount, currency);

const sayLeft = (budget: BudgetWords): string =>
  budget.kind === 'answers' ? String(Math.ceil(budget.left)) : sayAmount(budget, budget.left);

/** What the label room says. One place, so that another language is another file. */
export const strings = {
  ...door,
  heading: (project: string) => `Label: ${project}`,
  item: 'The item',
  classes: 'Classes',
  answerWith: (name: string) => `Answer ${name}`,
  toggle: (name: string) => `Choose ${name}`,
  submit: 'Answer',
  submitNone: 'None of them',
  accept: 'Accept the proposal',
  noProposal: 'There is no proposal on show.',
  nothingShown: 'There is no item to answer.',
  skip: 'Skip',
  unsure: 'Not sure',
  flag: 'Flag',
  unflag: 'Remove the flag',
  flagTitle: 'Flag this item',
  flagNote: 'What is the matter? (may stay empty)',
  flagSave: 'Flag it',
  cancel: 'Cancel',
  undo: 'Undo',
  redo: 'Redo',
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to redo.',
  back: 'Back through your answers',
  forward: 'Forward through your answers',
  guidelines: 'Guidelines',
  noGuidelines: 'No guidelines are written yet. You can write them under Classes.',
  good: 'Belongs here:',
  bad: 'Does not belong here:',
  proposal: (names: string, probability: string) => `The model proposes ${names} (${probability}).`,
  proposalNone: 'none',
  lastAnswer: {
    said: (names: string) => `You said ${names}.`,
    skipped: 'Skipped.',
    unsure: 'Marked as not sure.',
    modelAgreed: (probability: string) => `The model thought so too (${probability}).`,
    modelDiffered: (names: string, probability: string) =>
      `The model had thought ${names} (${probability}).`,
    none: 'none',
  },
  change: {
    none: 'Your last answer changed no prediction.',
    some: (count: number) =>
      count === 1 ? '1 prediction changed.' : `${count} predictions changed.`,
    show: 'Show them',
    title: 'Changed by your last act',
    study: (text: string) => `Why? ${text}`,
    studyShort: 'Why?',
    now: (names: string, probability: string) => `now ${names} (${probability})`,
  },
  why: {
    spread: 'Asked to get to know your items: the first questions are spread over all of them.',
    audit: 'Drawn at random: such answers measure quality, and the model does not learn from them.',
    random: 'Drawn at random, as the project’s strategy says.',
    relabelling:
      'Asked because of the drift alarm: among the new items, this is one of those that differ most.',
    wavers: (a: string, pa: string, b: string, pb: string) =>
      `The model wavers between ${a} (${pa}) and ${b} (${pb}).`,
    doubts: (a: string, pa: string) => `The model is in doubt about ${a} (${pa}).`,
    picked: 'You opened this item yourself.',
    votes: (count: number, members: number, name: string, rest: string) =>
      `${count} of ${members} versions of the model that fit your answers say ${name}, ${rest}.`,
    votesFor: (count: number, members: number, name: string) =>
      `${count} of ${members} versions of the model that fit your answers say that ${name} applies, ${members - count} that it does not.`,
    alike: (members: number, low: string, high: string) =>
      `All ${members} versions of the model that fit your answers would answer alike, but one is ${low} sure and another ${high}.`,
    tells: (compared: number, items: number) =>
      `Of ${compared.toLocaleString()} possible questions, the answer to this one is expected to tell most about ${items.toLocaleString()} other items.`,
    changesModel: (between: string) => `Your answer is expected to move the model far. ${between}`,
    typical: 'Asked because many of your items are like this one.',
    unsureTypical: 'The model wavers here, and many of your items are like this one.',
    uncovered: 'Asked because it is unlike everything you have answered so far.',
    varied: 'The model would learn much from this one, and something else than from the last.',
    contrast: 'The model judges this one otherwise than answered items much like it.',
    'doubtful-label':
      'You have answered this one before; going by your other answers, the model would say otherwise.',
    rare: (name: string, found: number) =>
      found === 0
        ? `Looking for ${name}: you have not found any so far.`
        : `Looking for more of ${name}: you have found ${found} so far.`,
    group: (field: string, group: string, left: number) =>
      `Asked because you want to know more of the group ${group} (${field}), for ${left.toLocaleString()} more ${left === 1 ? 'question' : 'questions'}.`,
    sampled: 'Drawn by chance, mostly where the model wavers.',
    represents: (wavers: string) => `Many items you have not answered are like this one. ${wavers}`,
    chance: (random: number, decided: number, fought: number) =>
      `Drawn at random: so far random questions teach more (better in ${random} of ${decided} comparisons that differed, of ${fought}).`,
  },
  relabelling: {
    name: 'Asked because of the drift alarm',
    left: (left: number, all: number) =>
      `Asked because of the drift alarm: ${formatCount(left)} of ${formatCount(all)} left.`,
    end: 'End this',
    ended: (done: number, all: number) =>
      `Ended after ${formatCount(done)} of ${formatCount(all)}. What you answered stays.`,
    whatItDid: 'What it did',
  },
  negotiation: {
    name: 'You and the model disagree',
    words: (names: string, probability: string) =>
      `The model was sure of another answer: ${names} (${probability}). You have the last word.`,
    keep: 'Keep mine',
    change: (names: string) => `Change to ${names}`,
    hard: 'A hard case',
    why: 'Its reasons',
    changed: (names: string) => `Changed to ${names}.`,
    marked: 'Marked as a hard case; you find it under Data.',
    note: (names: string, probability: string) =>
      `Hard case: the model said ${names} (${probability}).`,
  },
  progress: {
    title: 'Progress',
    of: (answered: number, total: number) =>
      `${answered.toLocaleString()} of ${total.toLocaleString()} answered`,
    session: (count: number) =>
      count === 1 ? '1 answer this session' : `${count} answers this session`,
    seconds: (seconds: string) => `${seconds} s per answer (median)`,
  },
  quality: {
    title: 'Quality',
    measure: 'Right on random items',
    none: 'Not measured yet. About one question in ten is drawn at random; your answers to those measure the model.',
    off: 'Not measured: this project draws no random questions. You can change that under Classes.',
    labels: 'answers learned',
    right: 'right',
  },
  history: {
    title: 'Your last answers',
    none: 'Nothing yet.',
    open: (text: string) => `Open again: ${text}`,
  },
  learner: {
    opening: 'The learner is starting.',
    encoding: 'Reading your items for the first time …',
    learning: 'Learning …',
    ready: (count: number, ms: string) => `Learned ${count} answers; the last one in ${ms} ms.`,
    untaught: 'Ready. The model knows nothing yet.',
    following: 'Another tab does the learning; this one follows it.',
    failed: 'The learner has stopped. Your answers are safe, and you can go on.',
    restart: 'Start it again',
    sample: (rows: string, total: string) =>
      `Looks at ${rows} of your ${total} items after each answer: a random sample, all that you answered, and what it doubts most.`,
    scoring: (share: string, total: string) => `${share} of ${total} scored in the background.`,
    scored: (total: string) => `All ${total} are scored.`,
  },
  wait: {
    title: 'One moment',
    words: 'The learner is choosing the next question.',
    encoding: 'Your items are being read. The first question follows.',
  },
  budget: {
    left: (budget: BudgetWords) =>
      budget.left === 0
        ? `The budget of ${sayAmount(budget, budget.amount)} is used up.`
        : `${sayLeft(budget)} of ${sayAmount(budget, budget.amount)} left.`,
    reached: 'The budget is used up',
    words: (budget: BudgetWords) =>
      `You had set ${sayAmount(budget, budget.amount)}, and used ${sayAmount(budget, budget.used)}. Everything is saved; stop here or go on, as you like.`,
    results: 'See what it brought',
    goOn: (step: { kind: BudgetWords['kind']; amount: number; currency: string }) =>
      `Go on for another ${sayAmount(step, step.amount)}`,
  },
  done: {
    title: 'Every item has an answer',
    words: 'You can look through your answers, export them, or add more items.',
    data: 'To the data',
  },
  unsaved: 'Not saved yet',
  takenBack: { undo: 'Taken back.', redo: 'Done again.' },
  takenBackMany: {
    undo: (count: number) => `Taken back: ${count} answers given together.`,
    redo: (count: number) => `Done again: ${count} answers given together.`,
  },
  panel: {
    toggle: 'Why?',
    title: 'Why?',
    name: 'Why the model thinks so',
    close: 'Close',
    alone: 'On a page of its own',
    nothing: 'Answer the item first. Then you see here why the model thinks what it thinks.',
  },
  rest: {
    title: 'Time for a break?',
    words: (minutes: number) =>
      `You have been at it for ${minutes} minutes. Rested eyes make fewer mistakes.`,
    later: 'Later',
    off: 'Do not remind me',
  },
  swipe: (left: string, right: string) => `Swipe left for ${left}, right for ${right}.`,
  revisiting: (names: string) => `Your answer so far: ${names}. A new answer replaces it.`,
  toQuestions: 'Back to the questions',
} as const;
