import type { QualityFigure } from '../../domain/records.ts';
import { formatCount, formatShare } from './format-number.ts';

/** Never a figure without its sample size: "83% right (74% to 90%, from 60 random checks)". */
export function formatQuality(figure: QualityFigure | null): string {
  if (figure === null || figure.n === 0) return 'not measured yet';
  const checks = `${formatCount(figure.n)} random ${figure.n === 1 ? 'check' : 'checks'}`;
  return `${formatShare(figure.value)} right (${formatShare(figure.low)} to ${formatShare(figure.high)}, from ${checks})`;
}
