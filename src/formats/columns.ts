/** Column names as a person can rely on: unique, never empty, never a trap for objects. */

/** Names that would reach an object's prototype when used as keys. */
const DANGEROUS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const NAMES_SHOWN = 5;

export function safeColumnName(name: string): string {
  const trimmed = name.trim();
  return DANGEROUS.has(trimmed) ? `${trimmed} (column)` : trimmed;
}

/** Empty names become `column 3`; repeated ones `name (2)`. */
export function uniqueColumns(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((raw, index) => {
    const base = safeColumnName(raw) || `column ${index + 1}`;
    let name = base;
    for (let repeat = 2; taken.has(name); repeat++) name = `${base} (${repeat})`;
    taken.add(name);
    return name;
  });
}

/** What `uniqueColumns` had to change in a header, in one sentence, or null. */
export function renamedColumns(
  names: readonly string[],
  columns: readonly string[],
): string | null {
  const changed = columns.filter((name, index) => name !== names[index]?.trim());
  if (changed.length === 0) return null;
  const shown = changed.slice(0, NAMES_SHOWN).map((name) => `“${name}”`);
  const more = changed.length > NAMES_SHOWN ? ' and others' : '';
  return `Some column names were empty, repeated or reserved; Hone calls them ${shown.join(', ')}${more}.`;
}

/** A record without a prototype: a cell named `toString` is a cell and nothing else. */
export function emptyRow(): Record<string, string> {
  return Object.create(null) as Record<string, string>;
}
