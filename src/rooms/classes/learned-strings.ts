/** What is said of a network that learns from the answers. */
import type { NetworkKind, NetworkOffer } from '../../../workers/api.ts';
import { formatCount, formatPlural, formatShare } from '../shared/format-number.ts';
import { formatMoment } from '../shared/format-time.ts';

const kinds: Readonly<Record<NetworkKind, string>> = {
  dense: 'plain network',
  convolution: 'network that scans for patterns',
};

export const learned = {
  kinds,
  titles: {
    dense: 'Plain network',
    convolution: 'Network that scans for patterns',
  } satisfies Record<NetworkKind, string>,
  own: 'Hone’s own way',
  lead: 'A small network can learn from your answers how to read the items. It is compared with Hone’s own way, and you decide. With few answers it usually loses; where small patterns tell, it can win.',
  leadAgain:
    'Trained again, it learns from all answers there are now, and is compared with Hone’s own way again.',
  train: 'Learn a network from my answers',
  again: (more: number) =>
    more === 0
      ? 'Train again'
      : `${formatPlural(more, 'more answer', 'more answers')} since: train again`,
  needs: (least: number, now: number) =>
    `Possible from ${formatCount(least)} learned answers on; there are ${formatCount(now)}.`,
  training: 'Learning and comparing; you can go on labelling',
  stop: 'Stop learning',
  offer: 'The comparison',
  summary: ({ own, choices, answers, advice }: NetworkOffer) => {
    const figures = [`own way ${formatShare(own.folded.value)}`].concat(
      choices.map(({ kind, folded }) => `${kinds[kind]} ${formatShare(folded.value)}`),
    );
    const isAhead = choices.some(({ folded }) => folded.value > own.folded.value);
    const keep = `keep Hone’s own way${isAhead ? ', for so small a lead may be chance' : ''}`;
    const say = advice === null ? keep : `take the ${kinds[advice]}`;
    return `Right: ${figures.join(', ')} (n = ${formatCount(answers)}). Advice: ${say}.`;
  },
  compared: (answers: number, folds: number) =>
    `On ${formatPlural(answers, 'answer', 'answers')}, each judged by what had not learned it (${formatCount(folds)} parts in turn, equal items together). These questions were chosen, so the figures compare; they do not foretell. A network is advised only when it leads by more than chance explains.`,
  folded: 'Right on answers left out',
  audit: 'Right on random checks',
  auditNone: 'There are too few random checks to compare on: 20 are needed.',
  duel: (wins: number, losses: number) =>
    `Right where Hone’s own way is wrong: ${formatCount(wins)}. Wrong where it is right: ${formatCount(losses)}.`,
  keep: 'Leave it as it is',
  take: (name: string) => `Read all items by the ${name}`,
  by: (name: string, answers: number, at: number) =>
    `By a ${name} that learned from ${formatPlural(answers, 'answer', 'answers')} on ${formatMoment(at)}.`,
  scores: (network: number, own: number, n: number) =>
    `Right on answers left out, then: ${formatShare(network)}, Hone’s own way ${formatShare(own)} (n = ${formatCount(n)}).`,
  changed: (count: number) =>
    `${formatPlural(count, 'answer', 'answers')} it learned from changed or taken back since. It keeps what it learned from them until it is trained again.`,
  fair: 'It does not change by itself. New answers teach the model on top of it, as ever.',
  gone: (message: string) => `What is known of this network cannot be read: ${message}`,
};
