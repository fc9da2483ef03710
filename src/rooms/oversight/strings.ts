/** What the oversight room says. One place, so that another language is another file. */
import type { CalibrationKind } from '../../domain/trust/calibration/map.ts';
import type { DelegationLevel } from '../../domain/trust/decisions.ts';
import { formatCount, formatPlural } from '../shared/format-number.ts';
import { door } from './door.ts';
import { driftStrings, relabellingStrings } from './drift-strings.ts';
import { overTimeStrings } from './over-time-strings.ts';
import { fairness } from './strings-fairness.ts';

const checks = (n: number): string => formatPlural(n, 'random check', 'random checks');
const items = (n: number): string => formatPlural(n, 'item', 'items');

export const strings = {
  ...door,
  lead: 'Is it still going well? Alarms and what to do about them, what is taken for what, whether new items differ from old ones, how groups are treated, and the model card.',
  sample: (rows: number, total: number) =>
    `Beyond the answers, a sample of ${formatCount(rows)} of your ${formatCount(total)} items is looked at here: numbers of items, windows and groups are of that sample.`,
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
    more: 'The present model by class, and what more answers would bring, are in Quality.',
    toQuality: 'Open Quality',
  },

  overTime: overTimeStrings,
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

  relabelling: relabellingStrings,
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

  drift: driftStrings,
  fairness,

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
    decidedByModel: (count: number) =>
      `The model decided ${formatPlural(count, 'item', 'items')} that nobody answered. They are not among the labels; the log of decisions has them.`,
    askedHead: ['Chosen by', 'Answers', 'Share'],
    chosenBy: {
      audit: 'random checks (measure, never learned)',
      random: 'drawn at random',
      spread: 'spread over the items',
      picked: 'picked by a person',
      group: 'steered to a group that is known badly',
      'drift-relabelling': 'asked because of a drift alarm',
    } as Readonly<Record<string, string>>,
    measures: 'Measures for groups',
    noMeasures: 'None is in force.',
    strategy: (id: string) => `the strategy "${id}"`,
    quality: 'Quality',
    accuracy: (figure: string) => `Right on random items: ${figure}.`,
    macroF1: (figure: string) => `F1, mean of the classes: ${figure}.`,
    unmeasured: 'Not measured: no random check was answered.',
    self: (figure: string) => `People agree with themselves on repeats: ${figure}.`,
    calibration: 'Calibration',
    calibrated: (ece: string, brier: string, n: number) =>
      `Expected calibration error ${ece}, Brier score ${brier}, by cross-validation over ${checks(n)}.`,
    kinds: {
      identity: 'Probabilities are as the model says them.',
      temperature:
        'Probabilities are set right by one number for all classes (temperature scaling).',
      vector: 'Probabilities are set right by two numbers for each class (vector scaling).',
      isotonic:
        'Probabilities follow how often the model was right when it was that sure (isotonic).',
    } satisfies Record<CalibrationKind, string>,
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
