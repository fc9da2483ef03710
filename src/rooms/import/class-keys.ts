/** Keys a class may have when the person has not chosen one yet. Pure. */

/** Digits first: nothing else in the labelling room listens to them. */
const PREFERRED = '1234567890qweryiopjklvm';

/** The first preferred key that is free, or '' when all are taken: the class is then picked by hand. */
export function nextKey(taken: ReadonlySet<string>): string {
  for (const key of PREFERRED) if (!taken.has(key)) return key;
  return '';
}
