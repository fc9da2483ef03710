/** Searching texts for words: all of them, in any order and case. Pure. */

/** Lower case, as texts and searches are compared. */
export function folded(text: string): string {
  return text.toLowerCase();
}

/** The words of a search; what stands between double quotes is one. */
export function needlesOf(search: string): readonly string[] {
  const found = folded(search).matchAll(/"([^"]+)"?|(\S+)/g);
  return [...found].flatMap(([, quoted, word]) => quoted?.trim() || word || []);
}

/** `text` is folded already. */
export function hasAll(text: string, needles: readonly string[]): boolean {
  for (const needle of needles) if (!text.includes(needle)) return false;
  return true;
}
