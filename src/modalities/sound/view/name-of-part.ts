import type { ItemContent } from '../../../domain/records.ts';
import type { AttributedPart } from '../../explain-contract.ts';
import { strings } from './strings.ts';

/** Without the file itself its rate is not known: pitch in shares of the picture, time in seconds. */
export function nameOfPart(part: AttributedPart, content: ItemContent): string {
  if (part.kind !== 'region' || content.kind !== 'sound') return '';
  const { x, y, width, height } = part.region;
  const at = (share: number): string => ((share * content.durationMs) / 1000).toFixed(2);
  const percent = (share: number): number => Math.round(100 * share);
  return strings.partName(
    `${at(x)}–${at(x + width)}`,
    `${percent(1 - y - height)}–${percent(1 - y)}`,
  );
}
