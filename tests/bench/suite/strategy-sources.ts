/** The files below `src/domain/query` that the choices of one strategy depend on. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'src/domain/query';
const IMPORT = /from '\.\/([\w-]+\.ts)'/g;

/**
 * The file that carries the id, and all that it imports from its folder, sorted, so that a mended
 * strategy costs no other strategy's figures. The whole folder where no file carries the id.
 */
export function strategySources(root: string, strategy: string): readonly string[] {
  const folder = join(root, FOLDER);
  const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const own = readdirSync(folder).find(
    (name) => name.endsWith('.ts') && textOf(name).includes(`  id: '${strategy}',`),
  );
  if (!own) return [FOLDER];
  const found = new Set([own]);
  for (const name of found)
    for (const [, imported] of textOf(name).matchAll(IMPORT))
      if (imported && existsSync(join(folder, imported))) found.add(imported);
  return [...found].sort().map((name) => `${FOLDER}/${name}`);
}
