import type { SpanChange } from '../explain-contract.ts';

/** The text after the changes (in order, not overlapping); a word removed takes one space with it. */
export function editedText(text: string, changes: readonly Omit<SpanChange, 'kind'>[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, put } of changes) {
    result += text.slice(from, start) + put;
    from = end;
    const isOpen = result === '' || /\s$/u.test(result);
    if (put === '' && isOpen && /^\s/u.test(text.slice(from, from + 1))) from += 1;
  }
  return result + text.slice(from);
}

/** A word in the capitals of the one it stands for. */
export function inCaseOf(word: string, original: string): string {
  const letters = [...original];
  const isTitle = letters[0] !== undefined && letters[0] !== letters[0].toLowerCase();
  if (!isTitle) return word;
  const isAll = letters.length > 1 && original === original.toUpperCase();
  if (isAll) return word.toUpperCase();
  const [first = '', ...rest] = [...word];
  return first.toUpperCase() + rest.join('');
}
