/** Where a place is, as a person says it: seconds and hertz. */
import type { Region } from '../../../domain/records.ts';
import { fromMel, toMel } from '../mel.ts';
import { seconds, strings } from './strings.ts';

export interface Extents {
  /** Seconds. */
  readonly length: number;
  readonly rate: number;
}

export function placeName({ x, y, width, height }: Region, { length, rate }: Extents): string {
  const top = toMel(rate / 2);
  const hertz = (share: number): string => String(Math.round(fromMel(top * (1 - share)) / 10) * 10);
  return strings.places(
    seconds(x * length),
    seconds((x + width) * length),
    hertz(y + height),
    hertz(y),
  );
}
