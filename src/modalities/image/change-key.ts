/** Names a swap of one place of one picture, so that a proposal called nonsense stays away. */
import type { Region } from '../../domain/records.ts';
import { type NamedChange, placeOf } from '../explain-contract.ts';

const JOINT = ' \u2192 ';
const AT = ' @ ';

export function changeKey({ removed, put, at = '' }: NamedChange): string {
  return `${removed}${AT}${at}${JOINT}${put}`;
}

export function keyOfSwap(removed: string, region: Region, put: string): string {
  const at = placeOf({ kind: 'region', region, removed, put });
  return changeKey({ removed, put, ...(at === undefined ? {} : { at }) });
}

/** The picture and the place a key speaks of; null for keys of another spelling. */
export function placeInKey(
  key: string,
): { readonly removed: string; readonly region: Region } | null {
  const end = key.lastIndexOf(JOINT);
  const from = key.lastIndexOf(AT, end);
  if (end < 0 || from < 0) return null;
  const shares = key
    .slice(from + AT.length, end)
    .split(' ')
    .map(Number);
  const [x, y, width, height] = shares;
  if (x === undefined || y === undefined || width === undefined || height === undefined)
    return null;
  if (!shares.every(Number.isFinite)) return null;
  return { removed: key.slice(0, from), region: { x, y, width, height } };
}
