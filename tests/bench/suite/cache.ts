/**
 * What was measured, one JSON file per cell below `.cache/bench-suite/`, in a folder named after the
 * sources that it was measured on: another learner, other figures. Writing is by rename, so that a
 * suite cut off in the middle leaves whole files, and two suites may share the work.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cell, nameOf, type ValueOf } from './cells.ts';

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

/** `dataKey` tells apart runs on other data in a folder of another name. */
export function openCache(root: string, dataKey: string): CellCache {
  const folder = join(root, '.cache/bench-suite', hashOfSources(root, dataKey));
  mkdirSync(folder, { recursive: true });
  const pathOf = (cell: Cell): string => {
    const key = createHash('sha256').update(JSON.stringify(cell)).digest('hex').slice(0, 8);
    return join(folder, `${nameOf(cell).replace(/[^\w.-]+/g, '-')}-${key}.json`);
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

/** What figures depend on; how the suite words them does not count. */
const SOURCES = ['src/domain', 'src/formats', 'src/modalities', 'workers', 'tests/bench'];
const NOT = ['tests/bench/suite'];

function hashOfSources(root: string, dataKey: string): string {
  const hash = createHash('sha256').update(dataKey);
  for (const folder of SOURCES) {
    for (const path of filesBelow(root, folder)) hash.update(path).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex').slice(0, 12);
}

function filesBelow(root: string, folder: string): readonly string[] {
  if (NOT.includes(folder)) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(root, path);
      return /\.tsx?$/.test(entry.name) ? [path] : [];
    });
}
