import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../bench/build.ts';
import { BadArguments } from '../../bench/read-values.ts';
import { readSuiteArgs, SECTIONS, wholeSuite } from '../../bench/suite/args.ts';
import { openCache } from '../../bench/suite/cache.ts';
import { nameOf } from '../../bench/suite/cells.ts';
import { importClosure } from '../../bench/suite/import-closure.ts';
import { curveCell, planCells } from '../../bench/suite/plan.ts';
import { createTimeLeft, inWords } from '../../bench/suite/progress.ts';
import { setById } from '../../bench/suite/run-cells.ts';
import { jsonLines, tableLines } from '../../bench/suite/script-cell.ts';
import { suiteSets } from '../../bench/suite/sets.ts';
import { QUERY_FOLDER, strategySources } from '../../bench/suite/strategy-sources.ts';
import { writeBenchmarks } from '../../bench/suite/write-benchmarks.ts';

const folder = mkdtempSync(join(tmpdir(), 'hone-suite-'));
const data = join(folder, 'data');
mkdirSync(data);
writeFileSync(join(data, 'iris.csv'), 'a,label\n1,x\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KNOWN = ['random', 'margin', 'entropy', 'auto'];
const read = (...argv: string[]) => readSuiteArgs(['--data', data, ...argv], KNOWN, folder);

describe('arguments of the suite', () => {
  it('asks for everything, five seeds, and writes BENCHMARKS.md in the project', () => {
    expect(read()).toMatchObject({
      ...{ data, only: SECTIONS, strategies: KNOWN, seeds: 5, sets: suiteSets },
      out: join(folder, 'BENCHMARKS.md'),
    });
  });

  it('takes one seed and fewer sets when it shall be quick', () => {
    const quick = read('--quick');
    expect(quick.seeds).toBe(1);
    expect(quick.sets.length).toBeLessThan(suiteSets.length);
    expect(read('--quick', '--sets', 'churn').sets.map(({ id }) => id)).toEqual(['churn']);
  });

  it.each([
    [['--only', 'a,f'], /unknown --only f; known: all, a, b, c, d, e/],
    [['--sets', 'mnist'], /unknown --sets mnist; known: all, tweets/],
    [['--strategy', 'margn'], /unknown --strategy margn/],
    [['--seeds', '0'], /--seeds 0 is not a whole number of at least 1/],
    [['--data', '/no/such/folder'], /There is no data in \/no\/such\/folder/],
  ])('refuses %j in one line', (argv, message) => {
    expect(() => read(...argv)).toThrow(BadArguments);
    expect(() => read(...argv)).toThrow(message);
  });
});

describe('the plan of the suite', () => {
  it('names every cell once, and differently', () => {
    const names = planCells(read()).map(nameOf);
    expect(new Set(names).size).toBe(names.length);
  });

  it('measures full data, random and auto on every text and table at every seed', () => {
    const names = new Set(planCells(read('--only', 'a')).map(nameOf));
    for (const set of suiteSets.filter(({ task }) => task === 'text' || task === 'tabular'))
      for (let seed = 0; seed < (set.mostSeeds ?? 5); seed++) {
        expect(names).toContain(`full ${set.id} seed ${seed}`);
        expect(names).toContain(nameOf(curveCell(set, 'random', seed)));
        expect(names).toContain(nameOf(curveCell(set, 'auto', seed)));
      }
  });

  it('keeps cells of one set and seed together, since they share an encoder', () => {
    const groups = planCells(read('--only', 'a')).map((cell) =>
      'set' in cell ? `${cell.kind === 'app'} ${cell.set} ${cell.seed}` : '',
    );
    const nodes = groups.filter((group) => group.startsWith('false'));
    const changes = nodes.filter((group, i) => group !== nodes[i - 1]);
    expect(changes).toHaveLength(new Set(nodes).size);
  });

  it('shares the curves without noise between two sections', () => {
    const both = planCells(read('--only', 'a,e')).length;
    const apart = planCells(read('--only', 'a')).length + planCells(read('--only', 'e')).length;
    expect(both).toBeLessThan(apart);
  });
});

describe('the cache of the suite', () => {
  const cell = { kind: 'full', set: 'iris', seed: 0 } as const;
  const value = { accuracy: 0.9, macroF1: 0.8, pool: 10, test: 5 };
  const root = join(folder, 'project');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const learner = "import '../../../workers/learn/learner.ts';\n";
  write('tests/bench/suite/node-cells.ts', learner);
  write('workers/learn/learner.ts', 'export const better = false;\n');
  write('src/domain/query/auto.ts', "  id: 'auto',\n");

  it('gives back what was put, also to another suite, and nothing for other cells', () => {
    const cache = openCache(root, data);
    expect(cache.get(cell)).toBeNull();
    cache.put({ cell, value, seconds: 2, at: '2026-11-28T00:00:00.000Z' });
    expect(openCache(root, data).get(cell)?.value).toEqual(value);
    expect(cache.get({ ...cell, seed: 1 })).toBeNull();
    expect(openCache(root, folder).get(cell)).toBeNull();
  });

  it('keeps what was measured when other parts of the app change', () => {
    write('workers/learn/overview.ts', 'export const looks = true;\n');
    write('src/domain/query/auto.ts', "  id: 'auto', // mended\n");
    expect(openCache(root, data).get(cell)?.value).toEqual(value);
  });

  it('forgets when what was measured changes', () => {
    write('workers/learn/learner.ts', 'export const better = true;\n');
    expect(openCache(root, data).get(cell)).toBeNull();
  });
});

describe('what the curve of a strategy depends on', () => {
  const root = join(folder, 'strategies');
  const query = join(root, 'src/domain/query');
  mkdirSync(query, { recursive: true });
  writeFileSync(join(query, 'first.ts'), "import { far } from './far.ts';\n  id: 'one',\n");
  writeFileSync(join(query, 'far.ts'), "import type { A } from './second.ts';\n");
  writeFileSync(join(query, 'second.ts'), "  id: 'two',\n");

  it('is its own file and all that this one imports', () => {
    const at = (name: string): string => `src/domain/query/${name}`;
    expect(strategySources(root, 'one')).toEqual([at('far.ts'), at('first.ts')]);
    expect(strategySources(root, 'two')).toEqual([at('second.ts')]);
  });

  it('is the whole folder where no file carries the id', () => {
    expect(strategySources(root, 'three')).toEqual(['src/domain/query']);
  });
});

describe('the files that a program runs', () => {
  const root = join(folder, 'closure');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write(
    'a/start.ts',
    "import x from './x.ts';\nimport {\n  y,\n} from '../b/y.ts';\nimport 'npm';\n",
  );
  write('a/x.ts', "import type { T } from './type.ts';\nexport * from './all.ts';\n");
  write('a/type.ts', '');
  write('a/all.ts', "const late = () => import('./late.ts');\nimport './x.ts';\n");
  write('a/late.ts', "import gone from './gone.ts';\n");
  write('b/y.ts', "import z from '../c/z.ts';\n");
  write('c/z.ts', '');

  it('are those that it imports, now or late, types left out', () => {
    const all = ['a/all.ts', 'a/late.ts', 'a/start.ts', 'a/x.ts', 'b/y.ts', 'c/z.ts'];
    expect(importClosure(root, ['a/start.ts'])).toEqual(all);
  });

  it('leave out folders that do not count, and what these alone import', () => {
    const own = ['a/all.ts', 'a/late.ts', 'a/start.ts', 'a/x.ts'];
    expect(importClosure(root, ['a/start.ts'], ['b'])).toEqual(own);
  });

  it('are the sources of a figure in Node: encoders, learner and queue, no strategy', () => {
    const own = importClosure(ROOT, ['tests/bench/suite/node-cells.ts'], [QUERY_FOLDER]);
    for (const path of [
      'src/modalities/text/encode.ts',
      'workers/learn/learner.ts',
      'workers/learn/session/questions.ts',
      'tests/bench/simulate/play.ts',
    ])
      expect(own).toContain(path);
    expect(own.filter((path) => path.startsWith(QUERY_FOLDER))).toEqual([]);
  });
});

describe('the document of the suite', () => {
  const machine = {
    ...{ processor: 'P', cores: 2, memoryGB: 8, node: 'v20', browser: 'B', commit: 'c', load: 0 },
  };
  const args = wholeSuite(read(), KNOWN);
  const cells = planCells(args);

  it('says of everything that is missing that it is', () => {
    const failures = new Map([['full iris seed 0', 'the file is gone']]);
    const text = writeBenchmarks({
      ...{ args, cells, failures, machine, times: [], remarks: '## Said\n\nA remark.\n' },
      lookup: () => null,
    });
    expect(text).toContain('- full iris seed 0: the file is gone');
    expect(text).toContain('- full iris: 4 not run yet');
    expect(text).toContain('\n\n## Said\n\nA remark.\n\n## Strategies');
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
    expect(text).not.toMatch(/\| met/);
  });

  it('holds a strategy to its target', () => {
    const fast = Array.from({ length: 60 }, (_, i) => point(10 * (i + 1), i < 2 ? 0.5 : 0.9));
    const slow = Array.from({ length: 60 }, (_, i) => point(10 * (i + 1), i < 9 ? 0.5 : 0.9));
    const values = new Map<string, unknown>();
    for (const cell of cells) {
      if (cell.kind === 'full') values.set(nameOf(cell), { ...point(0, 0.9), pool: 1, test: 1 });
      if (cell.kind !== 'curve') continue;
      const isGood = cell.strategy === 'auto' ? cell.set !== 'churn' : cell.strategy !== 'random';
      const planMs = { p50: 1, p95: 2, n: 3 };
      values.set(nameOf(cell), { points: isGood ? fast : slow, planMs });
    }
    const text = writeBenchmarks({
      ...{
        args,
        cells,
        failures: new Map(),
        machine,
        times: ['2026-11-28T00:00:00Z'],
        remarks: '',
      },
      lookup: (cell) => (values.get(nameOf(cell)) as never) ?? null,
    });
    const lineOf = (id: string): string =>
      text.split('\n').find((line) => line.startsWith(`| ${id} |`)) ?? '';
    expect(lineOf('digits')).toContain('| met |');
    expect(lineOf('churn')).toContain('| **not met** |');
    expect(lineOf('churn')).toContain('margin alone would meet it');
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
  });
});

function point(labels: number, score: number) {
  return { labels, accuracy: score, macroF1: score };
}

describe('progress and scripts', () => {
  it('scales its guesses by what cells took', () => {
    const left = createTimeLeft();
    expect(left.estimate(100)).toBe(100);
    left.done(10, 30);
    expect(left.estimate(100)).toBe(300);
    expect([4.2, 40, 400, 7_500].map(inWords)).toEqual(['4.2 s', '40 s', '7 min', '2 h 5 min']);
  });

  it('reads JSON out of what a script prints', () => {
    expect(jsonLines('hello\n{"rows":5}\n{broken\n[1,2]\n')).toEqual([{ rows: 5 }, [1, 2]]);
    expect(jsonLines('[\n {"rows": 5}\n]\n')).toEqual([[{ rows: 5 }]]);
    expect(jsonLines('nothing')).toEqual([]);
  });

  it('reads a table parted by tabs out of it too', () => {
    const text = '3 classes; milliseconds\nstrategy\trows\tp95 CPU\nbadge\t5000\t1.5\n';
    expect(tableLines(text)).toEqual([{ strategy: 'badge', rows: 5000, 'p95 CPU': 1.5 }]);
    expect(tableLines('nothing')).toEqual([]);
  });

  it('knows its sets by name', () => {
    expect(setById('iris').file).toBe('iris.csv');
    expect(() => setById('mnist')).toThrow(/mnist/);
  });
});
