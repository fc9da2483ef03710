/** The files that a program runs: its own and all that these import, types left out. */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** `import x from './a.ts'`, `export * from './a.ts'`; the first group is set where types alone come. */
const STATEMENT = /^\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s+'(\.[^']+\.ts)'/gm;
/** `import './a.ts'` and `import('./a.ts')`. */
const BARE = /\bimport\s*\(?\s*'(\.[^']+\.ts)'/g;

/**
 * Sorted paths from `root`, those of `entries` and of files below a folder of `without` left out, with
 * what these alone import. An entry that is not there has no part in it.
 */
export function importClosure(
  root: string,
  entries: readonly string[],
  without: readonly string[] = [],
): readonly string[] {
  const isWanted = (path: string): boolean =>
    !without.some((folder) => path.startsWith(`${folder}/`)) && existsSync(join(root, path));
  const found = new Set(entries.filter(isWanted));
  for (const path of found)
    for (const imported of importsOf(readFileSync(join(root, path), 'utf8'))) {
      const target = posix.join(posix.dirname(path), imported);
      if (isWanted(target)) found.add(target);
    }
  return [...found].sort();
}

function importsOf(text: string): readonly string[] {
  const named = [...text.matchAll(STATEMENT)].flatMap(([, type, path]) => (type ? [] : [path]));
  const bare = [...text.matchAll(BARE)].map(([, path]) => path);
  return [...named, ...bare].flatMap((path) => path ?? []);
}
