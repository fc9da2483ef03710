/** What the oversight room says of quality over time. */
import type { StageMeasure } from '../../domain/oversight/quality-over-time.ts';
import { formatCount, formatPlural } from '../shared/format-number.ts';

const checks = (n: number): string => formatPlural(n, 'random check', 'random checks');

export const overTimeStrings = {
  title: 'Quality over time',
  lead: 'Each check counts with what the model of that moment said before you answered. Nothing is judged twice, so an old point keeps the models of its time.',
  empty: 'No random check was answered yet, so there is nothing to draw.',
  unanswered: (n: number) =>
    `${checks(n)} came before the model had an answer and cannot be judged.`,
  source: 'Judged on',
  sources: {
    audits: 'random checks: of all items',
    spots: 'spot checks: of what it decides alone',
  },
  spotLead:
    'Spot checks are a random share of what the model would have decided by itself, answered blind. They say nothing of what it leaves to people.',
  class: 'Class',
  all: 'All classes together',
  rests: 'Each point rests on',
  restsOn: {
    until: 'all random checks up to then',
    since: 'the random checks since the point before',
  },
  measure: 'What is drawn',
  measures: {
    precision: 'Precision',
    recall: 'Recall',
    f1: 'F1',
    accuracy: 'Right (accuracy)',
  } satisfies Record<StageMeasure, string>,
  means: {
    precision: (name: string) => `Of the checks that the model called ${name}, how many were.`,
    recall: (name: string) => `Of the checks that were ${name}, how many the model called so.`,
    f1: (name: string) =>
      `Precision and recall of ${name} in one figure (their harmonic mean); n = checks that were ${name} or were called so.`,
    accuracy: (name: string) => `How often the model was right on whether a check is ${name}.`,
  } satisfies Record<StageMeasure, (name: string) => string>,
  tooShort: 'A line takes two points: about 20 checks, and the class among them.',
  x: 'checks answered',
  table: 'Quality over time, in figures',
  checks: 'Checks',
  range: (from: number, to: number) => `${formatCount(from)} to ${formatCount(to)}`,
  last: 'Last of them',
};
