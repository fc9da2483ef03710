import type { NamedChange } from '../explain-contract.ts';

/** Where, and filled with whose sound ('' = the mean). */
export function keyOfPlace(at: string, put: string): string {
  return `${at}:${put}`;
}

export function changeKey({ put, at }: NamedChange): string {
  return keyOfPlace(at ?? '', put);
}
