/** The files that the choices of one strategy depend on. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importClosure } from './import-closure.ts';

export const QUERY_FOLDER = 'src/domain/query';

/**
 * The file that carries the id, and all that it imports, sorted, so that a mended strategy costs no
 * other strategy's figures. The whole folder where no file carries the id.
 */
export function strategySources(root: string, strategy: string): readonly string[] {
  const folder = join(root, QUERY_FOLDER);
  const own = readdirSync(folder).find(
    (name) =>
      name.endsWith('.ts') &&
      readFileSync(join(folder, name), 'utf8').includes(`  id: '${strategy}',`),
  );
  return own ? importClosure(root, [`${QUERY_FOLDER}/${own}`]) : [QUERY_FOLDER];
}
