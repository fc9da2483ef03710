/** Keys a class may have when the person has not chosen one yet. Pure. */
import { RESERVED_KEYS } from '../../domain/classes.ts';

/** Digits first: the same place on every keyboard. */
const PREFERRED = [...'1234567890abcdefghijklmnopqrstuvwxyz'].filter(
  (key) => !RESERVED_KEYS.has(key),
);

/** The first preferred key that is free, or '' when all are taken: such a class is clicked. */
export const nextKey = (taken: ReadonlySet<string>): string =>
  PREFERRED.find((key) => !taken.has(key)) ?? '';
