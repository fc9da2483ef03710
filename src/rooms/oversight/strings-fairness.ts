/** What the part about groups says: `strings.fairness`, in a file of its own so that both stay readable. */
import type { Measure } from '../../domain/oversight/group-tests.ts';
import { formatCount, formatPlural } from '../shared/format-number.ts';

const checks = (n: number): string => formatPlural(n, 'random check', 'random checks');
const items = (n: number): string => formatPlural(n, 'item', 'items');

export const fairness = {
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
  steer: 'Steer questions to it',
  steerHint:
    'Half of the next questions come from this group. The model learns from them; random checks go on over all items, as before, and are what shows whether it helped.',
  steerFor: 'For how long',
  steerCount: (n: number) => `the next ${formatCount(n)} questions`,
  steered: (group: string, n: number) =>
    `Half of the next ${formatCount(n)} questions come from ${group}.`,
  standing: 'In force now',
  end: 'End it',
  endNamed: (what: string) => `End it: ${what}`,
  ended: 'Ended.',
  standsReweighed: (field: string, name: string) =>
    `Answers are weighed so that ${field} and ${name} are independent in what the model learns.`,
  standsThreshold: (one: {
    readonly field: string;
    readonly value: string;
    readonly least: string;
    readonly by: string;
    readonly day: string;
  }) =>
    `Where ${one.field} is ${one.value}, the model decides only when it is more than ${one.least} sure. Set by person ${one.by} on ${one.day}.`,
  standsSteered: (field: string, group: string, left: number) =>
    `Half of the next ${formatPlural(left, 'question comes', 'questions come')} from the group ${group} (${field}).`,
  thresholds: 'Another threshold for one group',
  thresholdWarning:
    'With this, two items that look alike to the model are decided for by different measures, because of their group. It can even out mistakes, and it treats people differently on purpose: in some countries and for some uses that is forbidden. Say so to those it concerns, and keep the reason. Who set it is written into every batch of decisions.',
  thresholdPromise:
    'While a promise decides, a threshold here can only be stricter: the promise was not tested with milder ones.',
  thresholdByHand: 'It stands in place of the thresholds set by hand in Trust.',
  thresholdAsOthers: 'as the others',
  thresholdAbove: (share: string) => `more than ${share} sure`,
  thresholdDone: (group: string) => `The threshold for ${group} is changed.`,
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
  reweighUse: 'Use these weights from now on',
  reweighUseHint:
    'The model is then learned anew with these weights, and with those of every further answer. Ended, it is exactly the model without them.',
  reweighUsed: (field: string) => `Answers are weighed by ${field} from now on.`,
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
};
