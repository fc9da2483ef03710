/** Makes sure that `dist/` is the build of the sources as they are. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const SOURCES = ['src', 'workers', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

export async function ensureBuilt(): Promise<string> {
  const dist = join(ROOT, 'dist');
  const marker = join(dist, 'index.html');
  const newest = Math.max(...SOURCES.map((path) => newestIn(join(ROOT, path))));
  if (existsSync(marker) && statSync(marker).mtimeMs > newest) return dist;
  await build({ root: ROOT, logLevel: 'error', configFile: join(ROOT, 'vite.config.ts') });
  return dist;
}

function newestIn(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
