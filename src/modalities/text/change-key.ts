import { tokenise } from './tokens.ts';

/** `removed>put` as the encoder reads them: é in one code point or two is one letter, an address any. */
export function changeKey({ removed, put }: { removed: string; put: string }): string {
  return `${tokenise(removed).join(' ')}>${tokenise(put).join(' ')}`;
}
