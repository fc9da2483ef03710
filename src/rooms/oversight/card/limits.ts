/** What the model must not be trusted with, in plain words. Pure. */
import { strings } from '../strings.ts';
import type { ModelCard } from './model-card.ts';

/** Wilson's interval is about 25 points wide with so many. */
const FEW = 60;
const { limit: words } = strings.card;

export function limitsOf({ quality, classes, sampling, drift }: ModelCard): readonly string[] {
  const rare = classes.filter(({ audits }) => audits === 0).map(({ name }) => name);
  const byChance = sampling.lines
    .filter(({ chosenBy }) => chosenBy === 'audit' || chosenBy === 'random')
    .reduce((sum, { answers }) => sum + answers, 0);
  return [
    ...(quality.audits === 0 ? [words.none] : [words.interval]),
    ...(quality.audits > 0 && quality.audits < FEW ? [words.few(quality.audits)] : []),
    ...(quality.audits > 0 && rare.length > 0 ? [words.rare(rare.join(', '))] : []),
    ...(sampling.answers > 2 * byChance ? [words.chosen] : []),
    ...(sampling.answers > 0 ? [words.person] : []),
    ...(drift?.isAlarm ? [words.drift] : []),
  ];
}
