/** Column names as a person can rely on: unique, never empty, never a trap for objects. */

/** Names that would reach an object's prototype when used as keys. */
const DANGEROUS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

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

/** A record without a prototype: a cell named `toString` is a cell and nothing else. */
export function emptyRow(): Record<string, string> {
  return Object.create(null) as Record<string, string>;
}

export function excerptOf(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
