/**
 * One piece of advice from several criteria, none of which wins everywhere (Pullar-Strecker et al.
 * 2021): stopping is suggested when two of the published ones agree, or when an answer costs more
 * than it can bring. Advice only.
 */
import type { Criterion } from './criterion.ts';

export type Advice = 'too-early' | 'go-on' | 'may-stop' | 'not-worth';

const ENOUGH = 2;

export function advise(criteria: readonly Criterion[]): Advice {
  const published = criteria.filter(({ id }) => id !== 'return');
  const isWorthless = criteria.some(({ id, verdict }) => id === 'return' && verdict === 'met');
  const met = published.filter(({ verdict }) => verdict === 'met').length;
  if (met >= ENOUGH) return 'may-stop';
  if (isWorthless) return 'not-worth';
  return published.filter(({ verdict }) => verdict !== 'unknown').length >= ENOUGH
    ? 'go-on'
    : 'too-early';
}
