/** What the quality room says. */
import type { SpentOn } from '../../domain/evaluation/spending.ts';
import type { Advice } from '../../domain/evaluation/stopping/advise.ts';
import { formatCount, formatPlural } from '../shared/format-number.ts';
import { door } from './door.ts';

const answers = (count: number): string => formatPlural(count, 'answer', 'answers');
const checks = (count: number): string => formatPlural(count, 'random check', 'random checks');

export const strings = {
  ...door,
  lead: 'How good the model is, what more answers would bring, when to stop, and what it cost.',
  loading: 'Measuring, in small steps between your answers',
  failed: (message: string) => `It could not be measured: ${message}`,
  retry: 'Try again',
  nothing: 'none yet',
  figure: (value: string, low: string, high: string, n: number) =>
    `${value} (${low} to ${high}, n = ${formatCount(n)})`,

  headline: {
    title: 'How good is it?',
    label: 'Right on random items',
    labelMulti: 'Whole set right on random items',
    basis: (n: number) =>
      `Measured on ${checks(n)}: items drawn by chance, answered by you, never learned. The line is where the truth lies in 95 of 100 cases.`,
    macro: 'F1, mean of the classes',
    macroHint: 'Counts every class alike, however rare.',
    ceiling: (value: string, n: number) =>
      `You agree with yourself on ${value} of the items that came up twice (n = ${formatCount(n)}). No model that learns from you can be measured as much better than that.`,
    none: 'Nothing is measured yet',
    noneOff:
      'This project draws no random checks, so nothing can be said about how often the model is right. Switch them on under Classes, Settings.',
    noneYet:
      'About one question in ten is drawn at random. Answer on, and the first figure appears here.',
    toLabel: 'Go on labelling',
    toSettings: 'To the settings',
  },

  curve: {
    title: 'What would more answers bring?',
    x: 'answers learned',
    y: 'right on random items',
    points: 'measured',
    fit: 'law fitted',
    short: 'The curve begins when ten answers are learned and one random check is answered.',
    gain: (more: number, low: string, high: string, n: number) =>
      `${formatCount(more)} more answers are likely to bring ${low} to ${high} points (n = ${formatCount(n)}).`,
    gainOne: (more: number, points: string, n: number) =>
      `${formatCount(more)} more answers are likely to bring about ${points} points (n = ${formatCount(n)}).`,
    gainNone: (more: number, n: number) =>
      `${formatCount(more)} more answers are likely to bring less than half a point (n = ${formatCount(n)}).`,
    likely:
      'Likely: four times in five. Earlier models of your own answers, all on the same random checks; the line is a power law drawn on from them, and holds only if the rest goes on as it began.',
    fewAudits: (n: number, needed: number) =>
      `Too early to say: that takes ${checks(needed)}, and there are ${formatCount(n)}.`,
    fewAnswers: (labels: number, needed: number) =>
      `Too early to say: that takes ${formatCount(needed)} learned answers and a curve of four points, and there are ${formatCount(labels)}.`,
    vague: (low: string, high: string, n: number) =>
      `Nobody can say yet: anything from ${low} to ${high} points fits what was measured (n = ${formatCount(n)}). More random checks would tell.`,
  },

  classes: {
    title: 'Class by class',
    lead: 'On the random checks. n says how many items a figure rests on; a dash means there were none.',
    name: 'Class',
    learned: 'Learned',
    precision: 'Right when it says so',
    recall: 'Found of those there are',
    f1: 'F1',
    all: (count: number) => `Show all ${formatCount(count)} classes`,
    missing: (names: string) =>
      `No random check was ${names} so far, so nothing is known of how many it finds.`,
    missingMany: (count: number) =>
      `Of ${formatCount(count)} classes no random check was found so far, so nothing is known of how many of them it finds.`,
    region: 'Figures of each class; scrolls sideways',
  },

  learnedReading:
    'A network that learned from your answers reads the items. Figures of earlier models (the curve, what more answers would bring, chosen against random questions) know more than those models could. The random checks stay fair: the network never saw them.',

  estimates: {
    title: 'Three ways to measure, side by side',
    audit: 'Random checks',
    auditHint:
      'Fair: drawn by chance, never learned. The one to quote. It gets sharper with every check.',
    auditNone: (isOff: boolean) =>
      isOff ? 'Switched off in this project.' : 'No random check was answered yet.',
    weighted: 'Chosen questions, weighted',
    weightedHint:
      'Each answer counts by how unlikely it was to be asked, which takes the choice out again. Judged by models that had not learned the answer, and can be far less sharp than random checks.',
    weightedFew: (draws: number, needed: number) =>
      draws === 0
        ? 'Not possible here: it needs questions that were drawn by chance with a known probability. A strategy that takes the top of a list gives none.'
        : `There are not enough such answers: ${formatCount(draws)} of ${formatCount(needed)} were drawn by chance with a known probability.`,
    folds: 'Learned answers, in turn',
    foldsHint: (folds: number) =>
      `Cross-validation: each of ${formatCount(folds)} parts by a model of the others. Biased, because these questions were chosen: usually they are the hard ones, and the figure is lower than the truth.`,
    foldsFew: (labels: number, needed: number) =>
      `Needs ${answers(needed)} that were learned; there are ${formatCount(labels)}.`,
    learnedReading:
      'Not possible here: the network that reads the items learned from these very answers, so no model can be said not to know them.',
    tooMany: (most: number) =>
      `Left out above ${formatCount(most)} learned answers: it would make you wait, and the random checks tell more by now.`,
  },

  self: {
    title: 'How steady are you?',
    lead: 'Now and then an item comes up a second time without a word. Such answers change no label and teach nothing.',
    label: 'You said the same',
    kappa: (value: string) =>
      `Beyond what chance would give (Cohen’s kappa): ${value}; 1 is perfect, 0 is chance.`,
    none: (share: string) =>
      `Nothing came up twice yet. About ${share} of the questions do, once an item is twenty decisions old.`,
    off: 'Switched off in this project. You can switch repeats on under Classes, Settings.',
    open: 'You answered these differently the second time. Which stands?',
    first: (names: string) => `First: ${names}`,
    again: (names: string) => `Then: ${names}`,
    keep: (names: string) => `Keep ${names}`,
    take: (names: string) => `Take ${names}`,
    noClass: 'none of them',
    settled: (names: string) => `It is ${names} now.`,
    gone: 'This item is no longer stored.',
    allSettled: (count: number) =>
      `${formatPlural(count, 'difference is', 'differences are')} settled.`,
  },

  stopping: {
    title: 'Is it time to stop?',
    advice: {
      'too-early': 'Too early to tell.',
      'go-on': 'Go on: the model still moves.',
      'may-stop': 'You may stop: more answers hardly change what the model says.',
      'not-worth': 'You may stop: the next answer costs more than it can bring.',
    } satisfies Record<Advice, string>,
    force: 'Advice only; nothing stops by itself.',
    verdicts: {
      met: 'speaks for stopping',
      'not-met': 'speaks for going on',
      unknown: 'not known yet',
    },
    settle: 'Predictions have settled',
    settleKnown: (kappas: string) =>
      `Agreement of the model with itself, 20 answers apart, on items still open: ${kappas}. It asks for 0.99 three times running (Bloodgood and Vijay-Shanker 2009).`,
    settleUnknown:
      'Needs at least 80 learned answers: three times twenty, and twenty to begin with.',
    change: 'Nothing changes any more',
    changeKnown: (shares: string) =>
      `Predictions on open items that changed over the last steps: ${shares}. It asks for none, twice running (Zhu, Wang and Hovy 2008).`,
    doubt: 'Little doubt is left',
    doubtKnown: (share: string, threshold: string) =>
      `Mean doubt over open items: ${share} of the most there can be. It asks for less than ${threshold} (Zhu, Wang and Hovy 2008; the bound is ours). Hone’s probabilities are modest, so this comes late.`,
    doubtUnknown: 'Needs a model that has learned something, and items nobody has answered.',
    worth: 'An answer costs more than it brings',
    worthKnown: (brings: string, costs: string) =>
      `The next answer saves at most ${brings} of errors and costs ${costs}.`,
    worthUnknown:
      'Needs the projected gain above, what an hour costs and what an error costs (Classes, Settings).',
  },

  arms: {
    title: 'Was choosing the questions worth it?',
    few: (audits: number, needed: number) =>
      `Cannot be said yet: it takes ${checks(needed)} and as many learned answers, and there are ${formatCount(audits)} checks.`,
    many: (most: number) => `Left out above ${checks(most)}: it would make you wait.`,
    chosen: (labels: number) => `${formatCount(labels)} chosen answers`,
    random: (labels: number) => `${formatCount(labels)} random answers`,
    same: 'Both do the same on these checks;',
    chance: 'The difference may be chance. Taken at its word:',
    clear: 'Chance alone gives such a difference in less than 1 of 20 cases;',
    saved: (needed: number, labels: number) =>
      needed < labels
        ? `chosen answers did as well with ${formatCount(needed)} as random ones with ${formatCount(labels)}: about ${formatCount(labels - needed)} labels saved at this point.`
        : `chosen answers needed ${formatCount(needed)} to do as well as random ones with ${formatCount(labels)}: no labels were saved at this point.`,
    notReached: 'at no measured point did chosen answers do as well as random ones.',
    basis:
      'Nobody labelled a second project at random, so this is a replay: models that learn from most of your random checks, measured on the rest in turn, against the model of as many of your chosen answers, on the same checks and without feedback.',
  },

  spending: {
    title: 'What it cost',
    none: 'Nothing was decided yet.',
    what: 'Spent on',
    count: 'Decisions',
    each: 'Seconds each (median)',
    time: 'Time',
    money: 'Cost',
    total: 'In all',
    on: {
      strategy: 'questions the model chose',
      spread: 'getting to know the items',
      audit: 'random checks',
      repeat: 'repeats',
      picked: 'items you opened yourself',
      incoming: 'items that came in (Decide)',
      feedback: 'edits, judged changes, painted places',
    } satisfies Record<SpentOn, string>,
    timed:
      'Time from painted to decided, pauses capped at two minutes. Marked words are not timed.',
    perAnswer: (money: string) => `One answer costs about ${money}.`,
    noPrice: 'Say what an hour costs, and this is told in money too.',
    budget: (left: string, of: string) => `Budget: ${left} left of ${of}.`,
    settings: 'Budget and costs',
    region: 'What it cost; scrolls sideways',
  },
};
