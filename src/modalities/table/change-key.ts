import type { NamedChange } from '../explain-contract.ts';

/** Which column, from what to what; spaces around a cell do not matter. */
export function changeKey({ at = '', removed, put }: NamedChange): string {
  return `${at}: ${removed.trim()} > ${put.trim()}`;
}
