/** How a text begins, as far as JSON goes. Content decides before the file's name does. */

const withoutMark = (head: string): string => head.replace(/^\uFEFF/, '').trimStart();

/** The first lines of JSONL are each a whole value; those of pretty-printed JSON are not. */
export function startsWithJsonLines(head: string): boolean {
  const lines = withoutMark(head)
    .split(/\r\n|\n|\r/, 6)
    .filter((line) => line.trim() !== '');
  const [first = '', second] = lines;
  if (second === undefined || !isWholeValue(first)) return false;
  return lines.slice(1, -1).every(isWholeValue) && second.trimStart()[0] === first.trimStart()[0];
}

/** An object, or a text in quotation marks: what a line of JSONL holds. */
export function isWholeValue(line: string): boolean {
  const start = line.trimStart()[0];
  if (start !== '{' && start !== '"') return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** `[` or `{` followed by what JSON allows there: "[sic] he said" is a sentence. */
export function looksLikeJson(head: string): boolean {
  const start = withoutMark(head).slice(0, 2_000);
  return /^\[\s*([[{"\]]|-?\d|true\b|false\b|null\b)/.test(start) || /^\{\s*("|\})/.test(start);
}

export const startsWithList = (head: string): boolean => withoutMark(head).startsWith('[');
