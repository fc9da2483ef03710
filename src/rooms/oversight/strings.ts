/** What the oversight room says. One place, so that another language is another file. */
import type { Measure } from '../../domain/oversight/group-tests.ts';
import type { DelegationLevel } from '../../domain/trust/decisions.ts';
import { formatCount, formatPlural } from '../shared/format-number.ts';
import { door } from './door.ts';

const checks = (n: number): string => formatPlural(n, 'random check', 'random checks');
const items = (n: number): string => formatPlural(n, 'item', 'items');

export const strings = {
  ...door,
  lead: 'Is it still going well? Alarms and what to do about them, what is taken for what, whether new items differ from old ones, how groups are treated, and the model card.',
  loading: 'Asking the model …',
  failed: (message: string) => `This could not be worked out: ${message}`,
  retry: 'Try again',
  none: '–',
  figure: (value: string, low: string, high: string, n: number) =>
    `${value} (${low} to ${high}, n = ${formatCount(n)})`,

  glance: {
    title: 'At a glance',
    quality: 'Right on random items',
    noQuality: 'Nothing is measured yet: no random check was answered.',
    level: 'How far the model may go',
    levels: {
      demonstrate: 'You show, it watches.',
      verify: 'It proposes, you decide.',
      correct: 'It decides, you correct.',
      alone: 'It decides alone within the promise.',
    } satisfies Record<DelegationLevel, string>,
    promise: 'The promise',
    promised: (most: string, certainty: string) =>
      `At most ${most} wrong among what it decides, with ${certainty} certainty.`,
    noPromise: 'Nothing is promised: thresholds are set by hand.',
    unchecked: 'No spot check was answered yet, so nobody knows whether it is kept.',
    kept: 'Spot checks do not speak against it. Wrong among them:',
    broken: 'Spot checks show that it is broken. Wrong among them:',
    wrong: 'Wrong in spot checks',
    saved: 'Work taken over',
    decided: (n: number) => `${items(n)} decided by the model and standing.`,
    minutes: (minutes: number) =>
      minutes < 1
        ? 'Less than a minute of answering, by your median answer.'
        : `About ${formatPlural(Math.round(minutes), 'minute', 'minutes')} of answering, by your median answer.`,
    noMinutes: 'How long that would take a person is not known before the first answer.',
    curve: 'Quality over the answers learned',
    x: 'answers learned',
    y: 'right on random items',
    more: 'Precision, recall and F1 of each class, and what more answers would bring, are in Quality.',
    toQuality: 'Open Quality',
  },

  alarms: {
    title: 'Alarms',
    quiet: 'No alarm.',
    notLooked: 'Whether new items differ from old ones is not known yet in this visit.',
    broken: (wrong: number, n: number, most: string) =>
      `The promise is broken: ${formatCount(wrong)} of ${formatPlural(n, 'spot check was', 'spot checks were')} wrong, and at most ${most} was promised. Take the level back, and answer more random checks.`,
    fell: (evidence: string) =>
      `The model was given less to decide by itself: ${evidence} Look through what it decided.`,
    log: (position: number) =>
      `The decision log is not as it was written, from entry ${formatCount(position)} on. Do not rely on it; restore a backup or save what is there for whoever looks into it.`,
    unverified: (n: number) =>
      `The decision log (${formatPlural(n, 'entry', 'entries')}) is not verified yet in this visit.`,
    drift: (n: number) =>
      `New items differ from the reference in ${formatPlural(n, 'respect', 'respects')}. Answer those that moved most, and see whether quality holds.`,
    self: (value: string, low: string, high: string, n: number) =>
      `You agree with yourself on only ${value} of the repeats (${low} to ${high}, n = ${formatCount(n)}). The guidelines may leave too much open: settle what you said twice.`,
    toTrust: 'Open Trust',
    toDecide: 'Open Decide',
    toQuality: 'Open Quality',
    toDrift: 'See what moved',
    toVerify: 'To the log',
    rule: 'Rules: the promise by a test that may be looked at after every spot check; drift as said below; self-agreement when 9 in 10 is out of reach of its interval; the log by its hashes.',
  },

  log: {
    title: 'Decision log',
    empty: 'Nothing is in it yet.',
    verify: 'Verify the log',
    sound: (n: number) =>
      `${formatPlural(n, 'entry', 'entries')}: each one as it was written, none missing.`,
    broken: (position: number) => `Entry ${formatCount(position)} is not what was written.`,
    read: 'Read it in Decide',
  },

  confusion: {
    title: 'What is taken for what',
    lead: (n: number) =>
      `${checks(n)}: what you said, and what the model says now. A cell opens the items behind it.`,
    empty: 'No random check was answered yet, so there is nothing to compare.',
    multi:
      'Items of this project can have several classes, so no table of one class against one can be drawn. The figures of each class are in Quality.',
    region: 'Confusion matrix',
    corner: 'You said, down; the model says, across',
    total: 'all',
    cell: (n: number, truth: string, said: string) =>
      truth === said
        ? `${items(n)}: ${truth}, and the model says so`
        : `${items(n)}: ${truth}, and the model says ${said}`,
    worst: 'Most often confused',
    worstRow: (truth: string, said: string) => `${truth}, taken for ${said}`,
    noMistakes: 'None of them is taken for another class.',
    ofTruth: (n: number, all: number, truth: string) =>
      `${formatCount(n)} of ${formatCount(all)} random checks of ${truth}`,
    opened: (n: number, truth: string, said: string) =>
      `${items(n)} where you said ${truth} and the model says ${said}`,
    close: 'Close the list',
    whole: (n: number) => `The whole table of ${formatCount(n)} classes`,
  },

  items: {
    study: 'Why?',
    studyOf: (title: string) => `Why does the model think so of: ${title}`,
    label: 'Answer',
    labelOf: (title: string) => `Answer: ${title}`,
    gone: 'This item is no longer on this device.',
    more: (n: number) => `Show ${formatCount(n)} more`,
  },

  drift: {
    title: 'Do new items differ from old ones?',
    lead: (level: string) =>
      `Two windows of items are compared in every respect that a test fits. An alarm goes off when one difference is so large that, corrected for the number of comparisons (Benjamini and Hochberg), chance makes it in fewer than ${level} looks. If nothing changed, that is at most ${level} looks with a false alarm.`,
    level: '1 in 20',
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
      within: (column: string, name: string) => `${column}, of the items of ${name}`,
      predictions: 'How often the model says each class',
      predictionsOf: (name: string) => `How often the model says ${name}`,
      vectors: 'Items as the model sees them',
    },
    tests: {
      'kolmogorov-smirnov': 'Kolmogorov and Smirnov',
      'chi-square': 'chi-square',
      mmd: 'mean discrepancy (kernel)',
    },
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
      'Unanswered items of the new window, those that speak most for a change first. Your answers are learned as picked by hand, and measure nothing.',
    noMoved: 'Every item of the new window is answered.',
    hide: 'Hide the list',
  },

  fairness: {
    title: 'How are groups treated?',
    lead: 'Groups by a column or an imported field, judged on random checks. A gap is called real only when a test says so, corrected for all measures and for every field you could have chosen.',
    noFields: 'The items have no columns or imported fields that make groups.',
    class: 'For the class',
    field: 'Groups by',
    look: 'Look',
    looking: 'Looking …',
    noAudits: 'No random check was answered yet, so nothing can be said about any group.',
    cut: 'The numbers are cut into thirds.',
    groups: 'Groups',
    group: 'Group',
    n: 'Random checks',
    selection: 'Model says it',
    truePositive: 'Found, of those that are',
    falsePositive: 'Wrongly said, of those that are not',
    accuracy: 'Right',
    calibration: 'Expected, and found',
    expected: (expected: string, observed: string) => `${expected} expected, ${observed}`,
    few: 'not enough data',
    needed: (n: number) =>
      `A rate is compared when it rests on at least ${checks(n)}; where it does not, it says so.`,
    gaps: 'Gaps between groups',
    measures: {
      'demographic-parity': 'Demographic parity: the model says it equally often',
      'equal-opportunity': 'Equal opportunity: found equally often',
      'equalised-odds': 'Equalised odds: found, and wrongly said, equally often',
      accuracy: 'Equally often right',
      calibration: 'Calibrated within groups: as often so as it is expected',
    } satisfies Record<Measure, string>,
    gapFew: 'not enough data in two groups',
    gap: (value: string, low: string, high: string, highest: string, lowest: string) =>
      `${highest} above ${lowest} by ${value} points (${low} to ${high})`,
    off: (value: string, low: string, high: string, group: string) =>
      `furthest off in ${group}: ${value} points (${low} to ${high})`,
    realWord: 'a real gap',
    noiseWord: 'no gap beyond chance',
    real: (p: string) => `Real (corrected chance ${p})`,
    noise: (p: string) => `Within chance (corrected chance ${p})`,
    mitigate: 'What can be done',
    ask: (group: string) => `The group that is known worst among those with open items: ${group}.`,
    askNow: (n: number) => `Ask me about ${items(n)} of it`,
    rule: 'Let a person decide for one group',
    ruleHint:
      'A routing rule sends every new item of this group to a person, whatever the model thinks. People of this group wait longer, and the model decides only for the others: say so to those it concerns.',
    ruleNow: (group: string) => `People decide for ${group}`,
    ruleDone: (field: string, group: string) =>
      `From now on a person decides where ${field} is ${group}.`,
    ruleThere: (group: string) => `A rule for ${group} is there already.`,
    reweigh: 'What would reweighing change?',
    reweighHint:
      'Answers are weighed so that group and class are independent (Kamiran and Calders 2012), in five folds, aside: the model stays as it is.',
    reweighNow: 'Measure it',
    reweighing: 'Measuring …',
    reweighFew: (labels: number, needed: number) =>
      `That takes ${formatCount(needed)} learned answers, and there are ${formatCount(labels)}.`,
    reweighMany: (labels: number, most: number) =>
      `With ${formatCount(labels)} learned answers the folds would hold you up; up to ${formatCount(most)} it is measured.`,
    reweighHead: ['', 'as it is', 'reweighed'],
    reweighRight: 'Right',
    reweighGap: 'Largest gap in how often the model says it',
    reweighBias:
      'Learned answers were chosen by the model, not by chance: compare the two columns, and quote neither.',
    gapPoints: (value: string) => `${value} points`,
  },

  card: {
    title: 'Model card',
    lead: 'One page about data, people, model and limits, for whoever has to rely on it. It says what was looked at in this visit about drift and groups.',
    make: 'Make the card',
    making: 'Gathering …',
    again: 'Make it again',
    print: 'Print',
    html: 'Save as HTML',
    json: 'Save as JSON',
    file: (name: string, kind: string) => `${name}-model-card.${kind}`,
    heading: (name: string) => `Model card: ${name}`,
    made: (date: string) => `Made on ${date} with Hone, on the device that holds the data.`,
    data: 'Data',
    dataLine: (n: number, modality: string, isMulti: boolean) =>
      `${items(n)} of the kind "${modality}", ${isMulti ? 'any number of classes each' : 'one class each'}.`,
    importLine: (source: string, n: number, isDecide: boolean) =>
      `${source}: ${items(n)}${isDecide ? ', to be decided about' : ''}.`,
    classes: 'Classes',
    classHead: ['Class', 'What it means', 'Answers', 'Random checks', 'Precision', 'Recall', 'F1'],
    guidelines: 'Guidelines',
    noGuidelines: 'None are written.',
    people: 'Who answered',
    personHead: ['Person', 'Answers'],
    person: (id: string) => `Person ${id}`,
    noAnswers: 'Nobody has answered yet.',
    asked: 'How the answers were chosen',
    askedHead: ['Chosen by', 'Answers', 'Share'],
    chosenBy: {
      audit: 'random checks (measure, never learned)',
      random: 'drawn at random',
      spread: 'spread over the items',
      picked: 'picked by a person',
    } as Readonly<Record<string, string>>,
    strategy: (id: string) => `the strategy "${id}"`,
    quality: 'Quality',
    accuracy: (figure: string) => `Right on random items: ${figure}.`,
    macroF1: (figure: string) => `F1, mean of the classes: ${figure}.`,
    unmeasured: 'Not measured: no random check was answered.',
    self: (figure: string) => `People agree with themselves on repeats: ${figure}.`,
    calibration: 'Calibration',
    calibrated: (ece: string, brier: string, n: number) =>
      `Expected calibration error ${ece}, Brier score ${brier}, by cross-validation over ${checks(n)}.`,
    uncalibrated: 'Not measured: no random check was answered.',
    promise: 'What it may decide',
    groups: (field: string, name: string) => `Groups by ${field}, for ${name}`,
    groupHead: ['Group', 'Random checks', 'Model says it', 'Found', 'Wrongly said', 'Right'],
    noGroups: 'Groups: not looked at in this visit.',
    drift: 'Drift',
    driftAlarm: (n: number) => `${formatPlural(n, 'respect', 'respects')} changed beyond chance.`,
    driftCalm: 'No difference beyond chance.',
    driftSizes: (a: number, b: number) =>
      `Reference n = ${formatCount(a)}, new items n = ${formatCount(b)}.`,
    driftUnseen: 'Not looked at in this visit.',
    lineage: 'Lineage',
    lineageHead: ['Kept version', 'From', 'Descends from', 'Labels', 'Right on random items'],
    noLineage: 'No version is kept.',
    limits: 'Limits',
    limit: {
      interval:
        'Figures hold for items like those that the random checks were drawn from, within their intervals.',
      few: (n: number) => `They rest on only ${checks(n)}: read them with their intervals.`,
      none: 'Nothing is known of how often the model is right: do not let it decide.',
      rare: (names: string) =>
        `No random check is of: ${names}. Nothing is known of how well they are found.`,
      chosen:
        'Most answers were chosen by the model: frequencies of classes among them are not those of the data.',
      person: 'What is right is what these people said. Nobody else has checked it.',
      drift: 'New items differ from the old ones: the figures may no longer hold.',
    },
  },
};
