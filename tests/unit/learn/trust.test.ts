import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import type { ClassId, Item, ItemId } from '../../../src/domain/records.ts';
import type { CalibrationMap } from '../../../src/domain/trust/calibration/map.ts';
import { DEFAULT_ROUTING } from '../../../src/domain/trust/settings.ts';
import { sayMissing, sayTried } from '../../../src/rooms/trust/calibration-words.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type { LearnSession } from '../../../workers/learn/session/learn-session.ts';
import { leftToPeople } from '../../../workers/learn/session/left-to-people.ts';
import { planRoutes } from '../../../workers/learn/session/trust-session.ts';
import { planFor } from '../../../workers/learn/trust/plan.ts';
import { trustReport } from '../../../workers/learn/trust/report.ts';
import { familiarity } from '../../../workers/learn/trust/unlike.ts';
import { startJournal } from '../domain/make.ts';

const A = 'a' as ClassId;
const B = 'b' as ClassId;

/** An under-confident model: what it says with p is right with the sharper p^(1/0.4). */
function pool(rows: number, audits: number) {
  const rng = createRng(11);
  const probabilities = new Float32Array(rows * 2);
  const truth: number[] = [];
  for (let r = 0; r < rows; r++) {
    const p = 0.5 + 0.35 * (2 * rng.next() - 1);
    probabilities.set([p, 1 - p], r * 2);
    const sharp = p ** 2.5 / (p ** 2.5 + (1 - p) ** 2.5);
    truth.push(rng.next() < sharp ? 0 : 1);
  }
  return {
    probabilities,
    classes: 2,
    classIds: [A, B],
    mode: 'single' as const,
    audit: Array.from({ length: audits }, (_, row) => ({ row, classes: [truth[row] ?? 0] })),
    candidates: Int32Array.from({ length: rows - audits }, (_, i) => audits + i),
    settings: DEFAULT_ROUTING,
    leftToPeople: new Set<number>() as ReadonlySet<number>,
    truth,
  };
}

const temperatureIn = (map: CalibrationMap): number =>
  map.kind === 'temperature' ? map.temperature : Number.NaN;

describe('what a model may be trusted with', () => {
  it('is said in probabilities that hold, after calibration on audit answers', () => {
    const report = trustReport(pool(4_000, 400));
    expect(temperatureIn(report.calibration)).toBeGreaterThan(0.3);
    expect(temperatureIn(report.calibration)).toBeLessThan(0.55);
    expect(report.before?.ece).toBeGreaterThan(0.1);
    expect(report.before?.debiased).toBeGreaterThan(0.1);
    expect(report.after?.debiased).toBeLessThan(0.05);
    expect(report.after?.logLoss).toBeLessThan(report.before?.logLoss ?? 0);
    expect(report.bins.reduce((sum, { right }) => sum + right.n, 0)).toBe(400);
  });

  it('tells what each kind of calibration came to, and what finer ones would take', () => {
    const { tried, calibration } = trustReport(pool(400, 120));
    expect(tried.map(({ kind, needed }) => [kind, needed])).toEqual([
      ['identity', 20],
      ['temperature', 20],
      ['vector', 60],
      ['isotonic', 200],
    ]);
    const losses = tried.map(({ logLoss }) => logLoss);
    expect(losses[1]).toBeLessThan(losses[0] ?? 0);
    expect(losses[3]).toBeNull();
    expect(calibration.kind).not.toBe('identity');
    expect(sayMissing({ tried, audits: 120 })).toMatch(/isotonic\): there are 120, it takes 200/);
    expect(tried.map((one) => sayTried(one, 120)).at(-1)).toBe('too few checks: 120, it takes 200');
    const multi = { kind: 'vector', logLoss: null, needed: null } as const;
    expect(sayTried(multi, 120)).toMatch(/one class per item/);
  });

  it('is what the promise allows, counted over the pool', () => {
    const source = pool(4_000, 600);
    const accept = { kind: 'promise', mostWrong: 0.1, certainty: 0.9 } as const;
    const report = trustReport({ ...source, settings: { ...DEFAULT_ROUTING, accept } });
    expect(report.promise?.kind).toBe('kept');
    const { accept: accepted, review, escalate } = report.routes;
    expect(accepted + review + escalate).toBe(3_400);
    expect(accepted).toBeGreaterThan(300);
    const at = report.thresholds[A] ?? 1;
    const wrong = [...source.candidates].filter((row) => {
      const p = source.probabilities[row * 2] as number;
      const top = Math.max(p, 1 - p);
      return top > at && (p > 0.5 ? 0 : 1) !== source.truth[row];
    });
    expect(wrong.length / accepted).toBeLessThan(0.1);
  });

  it('is nothing before there is evidence', () => {
    const report = trustReport(pool(100, 0));
    expect(report).toMatchObject({
      audits: 0,
      calibration: { kind: 'identity' },
      before: null,
      bins: [],
    });
    expect(report.promise).toMatchObject({ kind: 'too-little', needed: 60 });
    expect(report.routes.accept).toBe(0);
    expect(report.sets.meanSize).toBeNull();
  });

  it('shows what thresholds by hand would do', () => {
    const { curve } = trustReport(pool(1_000, 200));
    expect(curve[0]).toMatchObject({ threshold: 0, accepted: 800 });
    expect(curve.at(-1)).toMatchObject({ threshold: 1, accepted: 0, wrong: null });
    const counts = curve.map(({ accepted }) => accepted);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  it('works for several classes per item', () => {
    const source = pool(300, 100);
    const audit = source.audit.map(({ row, classes }) => ({ row, classes: classes[0] ? [1] : [] }));
    const report = trustReport({ ...source, audit, mode: 'multi' });
    expect(report.audits).toBe(100);
    expect(report.before?.logLoss).toBeGreaterThan(0);
    expect(report.sets.meanSize).toBeNull();
  });
});

const itemOf = (n: number, text: string): Item =>
  ({ id: `item-${n}` as ItemId, content: { kind: 'text', text }, fields: {} }) as unknown as Item;

describe('a promise about what the model decides', () => {
  /** Every third item has an answer, and one such answer in three is wrong; the empty ones are right. */
  function mostlyEmpty() {
    const rows = 900;
    const probabilities = new Float32Array(rows * 2).fill(0.01);
    const truth = Array.from({ length: rows }, (_, row) =>
      row % 9 === 0 ? [] : row % 3 ? [] : [0],
    );
    for (let row = 0; row < rows; row += 3) probabilities[row * 2] = 0.98;
    const audit = truth.slice(0, 450).map((classes, row) => ({ row, classes }));
    const candidates = Int32Array.from({ length: 450 }, (_, i) => 450 + i);
    return { ...pool(rows, 0), probabilities, audit, candidates, mode: 'multi' as const };
  }
  const accept = { kind: 'promise', mostWrong: 0.2, certainty: 0.9 } as const;

  it('is tested on what it would decide, not on the easy ones that go to people anyway', () => {
    const report = trustReport({ ...mostlyEmpty(), settings: { ...DEFAULT_ROUTING, accept } });
    expect(report.right?.value).toBeCloseTo(8 / 9, 5); // All together would keep it.
    expect(report.promise).toMatchObject({ kind: 'not-shown', audits: 150 });
    expect(report.routes.accept).toBe(0);
  });

  it('leaves out what rules and unlikeness send to people, right or wrong', () => {
    const settings = { ...DEFAULT_ROUTING, accept };
    // The wrong answers, one in three of those it would give, all match a rule.
    const wrong = Array.from({ length: 50 }, (_, i) => 9 * i);
    const kept = trustReport({ ...mostlyEmpty(), settings, leftToPeople: new Set(wrong) });
    expect(kept.promise).toMatchObject({ kind: 'kept', audits: 100, wrong: 0 });
    // The right ones do, and what is left speaks against it.
    const right = Array.from({ length: 450 }, (_, row) => row).filter((row) => row % 9 !== 0);
    const broken = trustReport({ ...mostlyEmpty(), settings, leftToPeople: new Set(right) });
    expect(broken.promise).toMatchObject({ kind: 'not-shown', audits: 50 });
    expect(broken.audits).toBe(450);
  });

  it('reads the rules on the items themselves, and what is unlike the others', async () => {
    const rows = 300;
    const ids = Array.from({ length: rows }, (_, row) => `item-${row}` as ItemId);
    // All but one lie close together: that one is further off than any other.
    const rng = createRng(4);
    const values = new Float32Array(rows * 2);
    for (let row = 0; row < rows; row++) {
      const angle = row === 7 ? Math.PI : 0.2 * rng.next();
      values.set([Math.cos(angle), Math.sin(angle)], row * 2);
    }
    const journal = startJournal();
    const rule = {
      id: 'r',
      field: null,
      test: 'contains',
      value: 'refund',
      route: 'review',
    } as const;
    journal.run({
      type: 'change-settings',
      patch: { routing: { ...DEFAULT_ROUTING, rules: [rule] } },
    });
    const left = await leftToPeople(
      {
        items: {
          getMany: async (wanted) =>
            wanted.map((id) => itemOf(ids.indexOf(id), id === 'item-3' ? 'A Refund, please' : 'x')),
        },
      },
      {
        state: journal.state(),
        labels: { audit: Array.from({ length: 20 }, (_, row) => ({ row, classes: [0] })) },
        encoded: { ids },
        vectors: { dims: 2, values },
        rowOf: new Map(ids.map((id, row) => [id, row])),
      } as unknown as Parameters<typeof leftToPeople>[1],
    );
    expect(left.has(3)).toBe(true);
    expect(left.has(7)).toBe(true);
    // One in a hundred known items may be called unlike by chance.
    expect(left.size).toBeLessThanOrEqual(4);
  });

  it('leaves out what is at stake, and counts as the routes do', () => {
    const byHand = { kind: 'by-hand', fallback: 0.5, perClass: {} } as const;
    const at = (stakes: readonly ClassId[]) =>
      trustReport({
        ...mostlyEmpty(),
        settings: { ...DEFAULT_ROUTING, accept: byHand, stakes },
      });
    const free = at([]);
    expect(free.routes.accept).toBe(150);
    expect(free.curve.find(({ threshold }) => threshold === 0.5)?.accepted).toBe(150);
    const bound = at([A]);
    expect(bound.routes).toEqual({ accept: 0, review: 300, escalate: 150 });
    expect(bound.curve[0]).toMatchObject({ accepted: 0, wrong: null });
  });
});

describe('routing items', () => {
  it('draws the same spot checks again, and about as many as asked for', () => {
    const source = pool(2_000, 500);
    const probabilities = source.probabilities.map((_, i) => (i % 2 === 0 ? 0.99 : 0.01));
    const plan = () =>
      planFor(
        {
          ...source,
          probabilities,
          level: 'correct',
          calibration: { kind: 'identity' },
          thresholds: { [A]: 0.9 },
          seed: 5,
          familiar: { isUnlike: (row) => row === 3 },
        },
        Array.from({ length: 2_000 }, (_, row) => ({ item: itemOf(row, 'x'), row })),
      );
    const routed = plan();
    expect(plan()).toEqual(routed);
    const checks = routed.filter(({ reason }) => reason.kind === 'spot-check').length;
    expect(checks).toBeGreaterThan(60);
    expect(checks).toBeLessThan(145);
    expect(routed[3]).toMatchObject({ route: 'escalate', reason: { kind: 'unlike' } });
  });
});

describe('familiar items', () => {
  it('are those near to known ones', () => {
    const rng = createRng(1);
    const rows = 400;
    const values = new Float32Array(rows * 3);
    for (let r = 0; r < rows; r++) {
      const own = r === rows - 1 ? [0, 0, -1] : [1, 0.2 * rng.normal(), 0.2 * rng.normal()];
      values.set(
        own.map((value) => value / Math.hypot(...own)),
        r * 3,
      );
    }
    const known = Array.from({ length: rows - 1 }, (_, r) => r);
    const { isUnlike } = familiarity({ dims: 3, values }, known, 1);
    expect(isUnlike(rows - 1)).toBe(true);
    expect(known.filter(isUnlike).length).toBeLessThan(12);
    expect(familiarity({ dims: 3, values }, [0, 1], 1).isUnlike(rows - 1)).toBe(false);
  });
});

describe('a plan', () => {
  it('leaves to people what the model cannot read, and leaves out what is not read in yet', async () => {
    const { probabilities, classIds } = pool(3, 0);
    const { state } = startJournal();
    const items = [0, 1, 2].map((n) => itemOf(n, 'x'));
    const ids = items.map(({ id }) => id);
    const session = {
      state: state(),
      encoded: { ids: ids.slice(0, 2), unread: new Map([[1, 'blank']]) },
      vectors: { dims: 0, values: new Float32Array(0) },
      rowOf: new Map(ids.slice(0, 2).map((id, row) => [id, row])),
      status: { checkpoint: null },
      labels: { classIds, audit: [], training: [], candidates: Int32Array.of(0) },
      learner: { probabilities, precisions: () => ({ balance: 1 }) },
    } as unknown as LearnSession;
    const storage = { items: { getMany: async () => items } } as unknown as Storage;
    const plan = await planRoutes(storage, session, ids);
    expect(plan.items.map(({ itemId }) => itemId)).toEqual(ids.slice(0, 2));
    expect(plan.items[1]).toMatchObject({
      classes: [],
      route: 'review',
      reason: { kind: 'unread' },
    });
  });
});
