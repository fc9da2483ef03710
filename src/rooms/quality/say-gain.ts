/** What more answers are likely to bring, or what it takes to say so. Pure. */
import type { EvaluationReport } from '../../../workers/api.ts';
import { points } from './say-figure.ts';
import { strings } from './strings.ts';

export function sayGain(gain: EvaluationReport['gain']): string {
  const { curve } = strings;
  if (gain.kind === 'few-audits') return curve.fewAudits(gain.n, gain.needed);
  if (gain.kind === 'few-answers') return curve.fewAnswers(gain.labels, gain.needed);
  const [low, high] = [points(gain.low), points(gain.high)];
  if (gain.kind === 'too-vague') return curve.vague(low, high, gain.n);
  if (high === '0') return curve.gainNone(gain.more, gain.n);
  return low === high
    ? curve.gainOne(gain.more, low, gain.n)
    : curve.gain(gain.more, low, high, gain.n);
}
