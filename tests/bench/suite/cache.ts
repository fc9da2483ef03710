/**
 * What was measured, one JSON file per cell below `.cache/bench-suite/`, in a folder named after the
 * sources that it was measured on: another learner, other figures. Writing is by rename, so that a
 * suite cut off in the middle leaves whole files, and two suites may share the work.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Cell, nameOf, type ValueOf } from './cells.ts';
import { importClosure } from './import-closure.ts';
import { QUERY_FOLDER, strategySources } from './strategy-sources.ts';

export interface Measured<C extends Cell = Cell> {
  readonly cell: C;
  readonly value: ValueOf<C>;
  readonly seconds: number;
  /** When it was measured, as an ISO date and time. */
  readonly at: string;
}

export interface CellCache {
  get<C extends Cell>(cell: C): Measured<C> | null;
  put<C extends Cell>(measured: Measured<C>): void;
}

/** `data` is the folder of the sets: other data, other figures. */
export function openCache(root: string, data: string): CellCache {
  const folders = new Map<string, string>();
  const folderOf = (cell: Cell): string => {
    const key = subjectOf(cell);
    const known = folders.get(key);
    if (known) return known;
    const sources = sourcesOf(root, cell);
    const folder = join(root, '.cache/bench-suite', hashOf({ root, data, sources }));
    mkdirSync(folder, { recursive: true });
    folders.set(key, folder);
    return folder;
  };
  const pathOf = (cell: Cell): string => {
    const key = createHash('sha256').update(JSON.stringify(cell)).digest('hex').slice(0, 8);
    return join(folderOf(cell), `${nameOf(cell).replace(/[^\w.-]+/g, '-')}-${key}.json`);
  };
  return {
    get<C extends Cell>(cell: C): Measured<C> | null {
      const path = pathOf(cell);
      return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Measured<C>) : null;
    },
    put(measured) {
      const path = pathOf(measured.cell);
      writeFileSync(`${path}.part`, `${JSON.stringify(measured)}\n`);
      renameSync(`${path}.part`, path);
    },
  };
}

/** What measures a curve. It knows the strategies by list, and each curve depends on one alone. */
const IN_NODE = 'tests/bench/suite/node-cells.ts';
const LEARNER = ['src/domain/math', 'src/modalities', 'workers/learn'];
const IN_APP = ['browser.ts', 'driver.ts', 'project.ts', 'files.ts', 'data.ts', 'scores.ts'];

/** Cells of one subject have the same sources. */
function subjectOf(cell: Cell): string {
  if (cell.kind === 'curve') return `curve ${cell.strategy}`;
  return cell.kind === 'script' ? `script ${cell.script}` : cell.kind;
}

/** What the figures of a cell depend on; screens and words do not count. */
function sourcesOf(root: string, cell: Cell): readonly string[] {
  switch (cell.kind) {
    case 'curve':
      return [...strategySources(root, cell.strategy), ...inNode(root)];
    case 'full':
      return inNode(root);
    case 'app':
      return [
        'src/domain/query',
        ...LEARNER,
        'src/storage',
        'src/engine',
        ...IN_APP.map((name) => `tests/bench/${name}`),
      ];
    case 'script':
      return scriptSources(root, `tests/bench/${cell.script}`);
  }
}

/** Without the strategies. */
function inNode(root: string): readonly string[] {
  return importClosure(root, [IN_NODE], [QUERY_FOLDER]);
}

/** A script that builds the app depends on all of it, one that runs in Node on what it imports. */
function scriptSources(root: string, script: string): readonly string[] {
  const own = importClosure(root, [script]);
  return own.includes('tests/bench/build.ts') ? ['src', 'workers', ...own] : own;
}

interface Hashed {
  readonly root: string;
  readonly data: string;
  readonly sources: readonly string[];
}

function hashOf({ root, data, sources }: Hashed): string {
  const hash = createHash('sha256').update(data);
  for (const source of sources)
    for (const path of filesBelow(root, source)) {
      hash.update(path).update(readFileSync(join(root, path)));
    }
  return hash.digest('hex').slice(0, 12);
}

/** TypeScript files without views, sorted; of a file that is not there none. */
function filesBelow(root: string, path: string): readonly string[] {
  if (path.endsWith('.ts')) return existsSync(join(root, path)) ? [path] : [];
  if (/\.\w+$/.test(path)) return [];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`));
}
