/** Comparisons of two windows: what a column test says, what moves by its nature, the one rule. */
import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import { columnDrift, isMoving } from '../../../src/domain/oversight/column-drift.ts';
import { ALARM_LEVEL, raiseAlarm } from '../../../src/domain/oversight/drift-alarm.ts';
import { categoriesTest } from '../../../src/domain/oversight/resample.ts';
import type { ClassId, ItemId } from '../../../src/domain/records.ts';
import { toWindows } from '../../../src/rooms/oversight/windows.ts';
import { driftOf } from '../../../workers/learn/oversight/drift.ts';
import type { DriftItem } from '../../../workers/learn/oversight/read-column.ts';

const letters = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).flatMap(([name, n]) => new Array<string>(n).fill(name));

describe('categories', () => {
  it('agree with Fisher on the lady tasting tea (3 and 1 of 4): p = 0.4857', () => {
    const samples = { reference: letters({ a: 3, b: 1 }), current: letters({ a: 1, b: 3 }) };
    const ps = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => categoriesTest(samples, createRng(seed)).p);
    expect(ps.reduce((a, b) => a + b, 0) / ps.length).toBeGreaterThan(0.35);
    expect(ps.reduce((a, b) => a + b, 0) / ps.length).toBeLessThan(0.65);
  });

  it('of rare values are told by shuffling, to one in ten thousand', () => {
    const samples = { reference: letters({ a: 400 }), current: letters({ a: 24, b: 6 }) };
    expect(categoriesTest(samples, createRng(1)).p).toBeCloseTo(0.0001, 6);
  });

  it('that are common go by the table of chi-square: 20/30 and 30/20 give 4', () => {
    const samples = { reference: letters({ a: 20, b: 30 }), current: letters({ a: 30, b: 20 }) };
    const { statistic, p } = categoriesTest(samples, createRng(1));
    expect(statistic).toBeCloseTo(4, 10);
    expect(p).toBeCloseTo(0.0455, 4);
  });
});

it('numbers are compared by tenths of the reference and by their distribution', () => {
  const reference = Array.from({ length: 100 }, (_, i) => i);
  const same = columnDrift({ kind: 'number', reference, current: reference }, createRng(1));
  expect(same).toMatchObject({ psi: 0, p: 1, n: [100, 100] });
  const current = reference.map((value) => value + 50);
  const moved = columnDrift({ kind: 'number', reference, current }, createRng(1));
  expect(moved.statistic).toBeCloseTo(0.5, 10);
  expect(moved.psi).toBeGreaterThan(0.25);
});

it('clocks and running numbers move by their nature, amounts do not', () => {
  const rng = createRng(1);
  expect(isMoving(Array.from({ length: 200 }, (_, i) => i + 3))).toBe(true);
  expect(isMoving(Array.from({ length: 200 }, () => rng.normal()))).toBe(false);
  expect(isMoving([1, 2, 3])).toBe(false);
});

describe('the rule', () => {
  const single = (p: number) => ({ p, family: 'single' as const });

  it('corrects for the comparisons, and leaves out what moves', () => {
    const tests = [single(0.02), single(0.5), single(0.9), { ...single(1e-9), isMoving: true }];
    const { isAlarm, tests: judged } = raiseAlarm(tests);
    expect(isAlarm).toBe(false);
    expect(judged.map(({ adjusted }) => adjusted)).toEqual([
      expect.closeTo(0.06, 10),
      0.75,
      0.9,
      1,
    ]);
    expect(raiseAlarm([single(0.009), single(0.5), single(0.9)]).isAlarm).toBe(true);
  });

  it('gives each family its share, however many comparisons the others hold', () => {
    // Shares 0.4, 0.4, 0.2 of 22 comparisons: weights 8.8, 8.8 and 0.22. Alone below: p 22 / 8.8 = 2.5 p.
    const many = Array.from({ length: 20 }, () => single(0.9));
    const tests = [
      { p: 0.01, family: 'within' as const },
      { p: 0.9, family: 'together' as const },
    ];
    const [within] = raiseAlarm([...tests, ...many]).tests;
    expect(within?.adjusted).toBeCloseTo(0.025, 10);
    // Unweighted, the same p would be worth 22 times as much: 0.22, no alarm.
    expect(raiseAlarm([single(0.01), single(0.9), ...many]).isAlarm).toBe(false);
  });

  it('is wrong about as seldom as it says', () => {
    const rng = createRng(3);
    let alarms = 0;
    for (let look = 0; look < 2_000; look++) {
      const tests = Array.from({ length: 20 }, (_, i) => ({
        p: rng.next(),
        family: (['within', 'together', 'single'] as const)[Math.min(i, 2)] ?? 'single',
      }));
      if (raiseAlarm(tests).isAlarm) alarms++;
    }
    // 2,000 looks: four standard errors are 0.015.
    expect(alarms / 2_000).toBeLessThan(ALARM_LEVEL + 0.015);
    expect(alarms / 2_000).toBeGreaterThan(ALARM_LEVEL - 0.015);
  });
});

describe('two windows of a table', () => {
  const columns = [
    { name: 'when', type: 'date' },
    { name: 'amount', type: 'number' },
    { name: 'shop', type: 'category' },
    { name: 'note', type: 'text' },
  ] as const;
  /** Before the middle all are alike; after it the shop of the rare class is another one. */
  function make(count: number, isShifted: boolean): DriftItem[] {
    const rng = createRng(count);
    return Array.from({ length: count }, (_, row) => {
      const isLate = isShifted && row >= count / 2;
      const isRare = row % 20 === 0;
      const shop = isRare ? (isLate ? 'pier' : 'mill') : ['mill', 'pier'][row % 2];
      const when = new Date(Date.UTC(2026, 0, 1) + row * 3_600_000).toISOString().slice(0, 10);
      const said = [isRare ? 1 : 0];
      return {
        id: `${row}` as ItemId,
        row,
        cells: { when, amount: String(rng.normal()), shop: shop ?? '', note: `note ${row}` },
        said,
        taken: said,
        isOpen: row % 2 === 0,
      };
    });
  }
  const look = (items: readonly DriftItem[]) =>
    driftOf({
      columns,
      classIds: ['common', 'rare'] as unknown as ClassId[],
      seed: 1,
      vectors: { dims: 0, values: new Float32Array(0) },
      reference: items.slice(0, items.length / 2),
      current: items.slice(items.length / 2),
    });

  it('differ within the rare class, where the column as a whole hides it', () => {
    const { isAlarm, tests, leftOut, moved } = look(make(400, true));
    expect(isAlarm).toBe(true);
    const changed = tests.filter(({ isChanged }) => isChanged);
    expect(changed.map(({ on, column, classId }) => [on, column, classId])).toEqual([
      ['within', null, 'rare'],
    ]);
    // 10 of 10 rare items are of the other shop now, and none was before.
    expect(changed[0]?.cells?.[0]).toMatchObject({
      where: [{ column: 'shop', kind: 'value', value: 'pier' }],
      counts: [0, 10],
    });
    expect(leftOut).toEqual(['note']);
    // The open items of that class come first.
    expect(moved.slice(0, 5).every((id) => Number(id) % 20 === 0)).toBe(true);
    expect(moved.every((id) => Number(id) % 2 === 0)).toBe(true);
  });

  it('are quiet where nothing changed, although the date did', () => {
    const { isAlarm, tests } = look(make(400, false));
    expect(isAlarm).toBe(false);
    expect(tests.find(({ column }) => column === 'when')).toMatchObject({ isMoving: true });
  });
});

it('the windows are by default the first import and the newest items', () => {
  const choice = { reference: null, current: 'newest' } as const;
  expect(toWindows({ imports: [] }, 5_000, choice)).toEqual({
    reference: { from: 0, to: 2_500 },
    current: { from: 4_700, to: 5_000 },
  });
  const imports = [{ from: 0 }, { from: 800, purpose: 'decide' }] as never;
  expect(toWindows({ imports }, 1_000, { ...choice, current: 'incoming' })).toEqual({
    reference: { from: 0, to: 800 },
    current: { from: 800, to: 1_000 },
  });
  expect(toWindows({ imports: [] }, 1, choice)).toBeNull();
});
