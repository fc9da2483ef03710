/** Figures of this room in words. Pure. */
import type { QualityFigure } from '../../domain/records.ts';
import { percent } from '../../ui/percent.ts';
import { strings } from './strings.ts';

/** A share with interval and n; a dash for what there is not. */
export function sayFigure(figure: QualityFigure | null): string {
  if (!figure) return '–';
  const { value, low, high, n } = figure;
  return strings.figure(percent(value), percent(low), percent(high), n);
}

/** A difference of shares in points of a hundred: whole from three on, halves below. */
export function points(share: number): string {
  const hundredths = share * 100;
  const step = Math.abs(hundredths) >= 3 ? 1 : 0.5;
  return String(Math.round(hundredths / step) * step);
}
