/** Words and tables of the written report. */
import type { MeanScore } from './curves.ts';

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** "0.582 ± 0.011 (n = 5)"; a dash where nothing was measured. */
export function scoreInWords(score: MeanScore | null): string {
  if (!score) return '–';
  const error = score.error === null ? '' : ` ± ${score.error.toFixed(3)}`;
  return `${score.mean.toFixed(3)}${error} (n = ${score.n})`;
}

export function verdict(isMet: boolean | null): string {
  if (isMet === null) return 'not measured';
  return isMet ? 'met' : '**not met**';
}

export function capitals(measure: 'accuracy' | 'macroF1'): string {
  return measure === 'macroF1' ? 'macro-F1' : 'accuracy';
}
