/**
 * Walls that the compiler cannot see: who may import whom, what pure code may not touch, what is
 * forbidden with tfjs, and how large a file may grow.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FIXED_TOP_LEVEL = [
  '.biome.json',
  '.ci',
  '.editorconfig',
  '.gitattributes',
  '.gitignore',
  '.npmrc',
  'BENCHMARKS.md',
  'LICENSE',
  'README.md',
  'index.html',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'tests',
  'tsconfig.json',
  'vite.config.ts',
  'workers',
];
const BUILT = ['node_modules', 'dist', '.git', '.cache', 'test-results', 'playwright-report'];

/** Layers, lowest first: a file may import from its own layer and from those it names. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/samples': ['src/domain'],
  'src/formats': ['src/domain'],
  'src/modalities': ['src/domain', 'src/ui'],
  'src/storage': ['src/domain', 'workers/api.ts'],
  workers: ['src/domain', 'src/formats', 'src/modalities', 'src/samples', 'src/storage'],
  'src/ui': ['src/domain'],
  'src/engine': [
    'src/domain',
    'src/modalities/view-contract.ts',
    'src/storage',
    'workers',
    'src/rooms/room.ts',
  ],
  'src/rooms': [
    'src/domain',
    'src/formats',
    'src/samples',
    'src/modalities',
    'src/storage/api.ts',
    'src/engine',
    'src/ui',
    'workers/api.ts',
  ],
  'src/app': ['src/domain', 'src/storage', 'src/engine', 'src/rooms', 'src/ui', 'workers/api.ts'],
};
const PURE = ['src/domain', 'src/formats', 'src/samples'];
const MAX_LINES = 400;
const MEDIAN_LINES = 80;

interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

function readSource(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^'\n]+)'/g);
  return { path: relative(ROOT, file), text, imports: [...found].map((match) => match[1] ?? '') };
}

const sources = ['src', 'workers']
  .flatMap((folder) => walk(join(ROOT, folder)))
  .filter((file) => /\.tsx?$/.test(file))
  .map(readSource);

function layerOf(path: string): string | undefined {
  return Object.keys(MAY_IMPORT).find((layer) => path === layer || path.startsWith(`${layer}/`));
}

function importedPaths(source: Source): string[] {
  return source.imports
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(ROOT, resolve(ROOT, dirname(source.path), name.replace(/\?.*$/, ''))));
}

describe('architecture', () => {
  it('keeps the top level to the fixed entries', () => {
    const extra = readdirSync(ROOT).filter(
      (name) => !FIXED_TOP_LEVEL.includes(name) && !BUILT.includes(name),
    );
    expect(extra).toEqual([]);
  });

  it('lets layers import only from the layers below them', () => {
    const broken = sources.flatMap((source) => {
      const layer = layerOf(source.path);
      if (!layer) return [];
      const allowed = [layer, ...(MAY_IMPORT[layer] ?? [])];
      return importedPaths(source)
        .filter(
          (path) => !allowed.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)),
        )
        .map((path) => `${source.path} -> ${path}`);
    });
    expect(broken).toEqual([]);
  });

  it('keeps rooms apart from each other', () => {
    const roomOf = (path: string): string | undefined => /^src\/rooms\/([^/]+)\//.exec(path)?.[1];
    const broken = sources.flatMap((source) => {
      const own = roomOf(source.path);
      if (!own) return [];
      return importedPaths(source)
        .filter((path) => ![undefined, own, 'shared'].includes(roomOf(path)))
        .map((path) => `${source.path} -> ${path}`);
    });
    expect(broken).toEqual([]);
  });

  it('loads nothing of a room before it is opened but its door', () => {
    const broken = sources.flatMap(({ path, text }) => {
      const [, room, file] = /^src\/rooms\/([^/]+)\/(room|door)\.ts$/.exec(path) ?? [];
      if (!room || room === 'shared') return [];
      const eager = [...text.matchAll(/^import (?!type)[^;]*'([^']+)';/gm)].map(([, name]) => name);
      const allowed = file === 'room' ? ['./door.ts'] : [];
      return eager
        .filter((name) => !allowed.includes(name as string))
        .map((name) => `${path} -> ${name}`);
    });
    expect(broken).toEqual([]);
  });

  it('lets only storage import Dexie, and only workers import tfjs', () => {
    const broken = sources.flatMap(({ path, imports }) =>
      imports
        .filter(
          (name) =>
            (name === 'dexie' && !path.startsWith('src/storage/')) ||
            (name.startsWith('@tensorflow/') && !path.startsWith('workers/')),
        )
        .map((name) => `${path} -> ${name}`),
    );
    expect(broken).toEqual([]);
  });

  it('keeps clocks, chance and packages out of pure code', () => {
    const forbidden = /\b(Math\.random|Date\.now|new Date\(\)|performance\.now|crypto\.)/;
    const pure = sources.filter(
      ({ path }) =>
        PURE.some((folder) => path.startsWith(`${folder}/`)) || path.endsWith('/meta.ts'),
    );
    const broken = pure.flatMap(({ path, text, imports }) => [
      ...(forbidden.test(stripComments(text)) ? [`${path}: clock or chance`] : []),
      ...imports
        .filter((name) => !name.startsWith('.') && !path.startsWith('src/formats/'))
        .map((name) => `${path} -> ${name}`),
    ]);
    expect(broken).toEqual([]);
  });

  it('never reads a tensor synchronously', () => {
    const forbidden = /\.(dataSync|arraySync|print)\(/;
    const broken = sources.filter(({ text }) => forbidden.test(stripComments(text)));
    expect(broken.map(({ path }) => path)).toEqual([]);
  });

  it('keeps files small', () => {
    const lengths = sources.map(({ path, text }) => ({ path, lines: text.split('\n').length }));
    expect(lengths.filter(({ lines }) => lines > MAX_LINES)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(MEDIAN_LINES);
  });

  it('keeps worker entries tiny', () => {
    const entries = sources.filter(({ path }) =>
      /^workers\/[^/]+\.worker\.ts$|^workers\/sw\.ts$/.test(path),
    );
    expect(entries.length).toBeGreaterThan(0);
    const large = entries.filter(({ text }) => text.trimEnd().split('\n').length > 20);
    expect(large.map(({ path }) => path)).toEqual([]);
  });

  it('commits no path of a particular machine and no build output', () => {
    const suspicious = /['"`]\/(home|root|Users|work)\//;
    const broken = sources.filter(({ text }) => suspicious.test(text));
    expect(broken.map(({ path }) => path)).toEqual([]);
    expect(statSync(join(ROOT, 'src')).isDirectory()).toBe(true);
  });
});

function stripComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');
}
