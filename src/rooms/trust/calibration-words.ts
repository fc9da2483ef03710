/** Which calibration is in use, and why no finer one, in words. Pure. */
import type { TrustReport } from '../../../workers/api.ts';
import type { CalibrationMap } from '../../domain/trust/calibration/map.ts';
import { strings } from './strings.ts';

const { calibration: words } = strings;
/** Temperatures nearer to 1 than this change no figure that is shown. */
const SAME = 0.05;

export function sayMap(map: CalibrationMap): string {
  if (map.kind === 'vector') return words.vector;
  if (map.kind === 'isotonic') return words.isotonic;
  const temperature = map.kind === 'identity' ? 1 : map.temperature;
  if (Math.abs(temperature - 1) < SAME) return words.same;
  return temperature > 1 ? words.milder : words.sharper;
}

export type Tried = TrustReport['tried'][number];

/** What a kind of calibration came to, or what it would take. */
export function sayTried({ logLoss, needed }: Tried, audits: number): string {
  if (needed === null) return words.unfit;
  if (logLoss === null) return words.tooFew(audits, needed);
  return logLoss.toFixed(3);
}

/** The finest that too few checks stand in the way of; null where none does. */
export function sayMissing({
  tried,
  audits,
}: Pick<TrustReport, 'tried' | 'audits'>): string | null {
  const next = tried
    .filter(({ kind }) => kind === 'vector' || kind === 'isotonic')
    .filter(({ needed }) => needed !== null && needed > audits)
    .sort((a, b) => (a.needed ?? 0) - (b.needed ?? 0))[0];
  return next?.needed ? words.missing(words.names[next.kind], audits, next.needed) : null;
}
