/** What may go wrong with the labels of a project in other hands, in plain words. */
import type { Sampling } from '../../src/domain/evaluation/sampling.ts';

export interface Warning {
  readonly code:
    | 'chosen-by-model'
    | 'no-random-answers'
    | 'few-random-answers'
    | 'proposal-on-show'
    | 'given-labels'
    | 'no-repeats'
    | 'picked-by-hand'
    | 'learned-reading';
  readonly text: string;
}

interface WarningInput {
  readonly sampling: Sampling;
  readonly given: number;
  /** A network that learned from the answers reads the items. */
  readonly isReadByLearned: boolean;
}

/** Wilson's interval is about 25 points wide with so many. */
const FEW = 60;
const EVEN: ReadonlySet<string> = new Set(['audit', 'random', 'picked']);

export function warningsOf({ sampling, given, isReadByLearned }: WarningInput): readonly Warning[] {
  const { answers, audits, lines, proposedFirst, repeats } = sampling;
  const chosen = sum(lines.filter(({ chosenBy }) => !EVEN.has(chosenBy)));
  const picked = sum(lines.filter(({ chosenBy }) => chosenBy === 'picked'));
  const warnings: Warning[] = [];
  const warn = (code: Warning['code'], text: string): void => void warnings.push({ code, text });
  if (chosen > 0)
    warn(
      'chosen-by-model',
      `${chosen} of ${answers} answers were chosen by the model or by a spread over the items, not by chance. Do not compute rates from them, such as how frequent a class is; use the random checks (audit = true) for that. Another model trained on them may do worse than on as many random ones.`,
    );
  if (answers > 0 && audits === 0)
    warn(
      'no-random-answers',
      'No answer was drawn at random to measure: neither the quality of the model nor the frequency of a class can be told from these labels.',
    );
  if (audits > 0 && audits < FEW)
    warn(
      'few-random-answers',
      `Figures rest on ${audits} random checks: read them with their intervals.`,
    );
  if (proposedFirst > 0)
    warn(
      'proposal-on-show',
      `${proposedFirst} answers were given with the model's proposal on show, which pulls answers towards it.`,
    );
  if (picked > 0)
    warn('picked-by-hand', `${picked} items were picked by a person, by whatever caught the eye.`);
  if (given > 0)
    warn(
      'given-labels',
      `${given} labels came with the import; how they were made is not known here.`,
    );
  if (isReadByLearned)
    warn(
      'learned-reading',
      'A small network that learned from these answers reads the items. Only figures from random checks are fair: whatever is measured on the other answers, the network knew them.',
    );
  if (answers > 0 && repeats.pairs === 0)
    warn(
      'no-repeats',
      'No item was answered twice, so nothing is known of how steady the answers are.',
    );
  return warnings;
}

const sum = (lines: Sampling['lines']): number =>
  lines.reduce((total, { answers }) => total + answers, 0);
