import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import type { ColumnSpec, TableContent } from '../../../src/domain/records.ts';
import { inputsOf, tableEncoder } from '../../../src/modalities/table/encode.ts';
import { tableExplainer } from '../../../src/modalities/table/explainer.ts';
import { findGroups } from '../../../src/modalities/table/find-groups.ts';
import { multiplyPlain } from '../../../src/modalities/table/fourier.ts';
import {
  fitGroupMetric,
  turnFrequencies,
  turnRows,
} from '../../../src/modalities/table/group-metric.ts';
import { fitMixture, type Points, totalOf } from '../../../src/modalities/table/mixture.ts';
import { tailsOf } from '../../../src/modalities/table/tails.ts';
import { fitState, learn } from './make.ts';

const COLUMNS: readonly ColumnSpec[] = [
  { name: 'x', type: 'number' },
  { name: 'y', type: 'number' },
];

/** Groups side by side across the line x = y, each long along it and narrow across it. */
function makeStripes(rows: number, groups: number, seed = 5) {
  const rng = createRng(seed);
  return Array.from({ length: rows }, (_, r) => {
    const label = r % groups;
    const along = 3 * rng.normal();
    const across = 2 * label + 0.2 * rng.normal();
    const [x, y] = [along + across, along - across];
    const content: TableContent = { kind: 'table', cells: { x: x.toFixed(4), y: y.toFixed(4) } };
    return { x, y, label, content };
  });
}

function toPoints(stripes: ReturnType<typeof makeStripes>): Points {
  const values = Float64Array.from([...stripes.map(({ x }) => x), ...stripes.map(({ y }) => y)]);
  return { values, rows: stripes.length, dims: 2 };
}

const fitted = async (stripes: ReturnType<typeof makeStripes>) => {
  const contents = stripes.map(({ content }) => content);
  const state = await fitState(contents, COLUMNS);
  const { inputs } = state.fourier;
  const sample = inputsOf(
    { columns: state.columns, inputs },
    contents.map(({ cells }) => cells),
  );
  const metric = fitGroupMetric({ columns: state.columns, sample, inputs, seed: 1 });
  return { contents, state, inputs, sample, metric };
};

describe('groups of rows', () => {
  it('finds as many as there are, and what varies within them', () => {
    const stripes = makeStripes(240, 3);
    const { groups, weights, lower, shares } = findGroups(toPoints(stripes), 1);
    expect(groups).toBe(3);
    expect(weights.every((weight) => Math.abs(weight - 1 / 3) < 0.02)).toBe(true);
    const own = stripes.map((_, r) => [0, 1, 2].findIndex((g) => (shares[g * 240 + r] ?? 0) > 0.5));
    for (const label of [0, 1, 2])
      expect(new Set(own.filter((_, r) => stripes[r]?.label === label)).size).toBe(1);
    // Within: variance 9 along and 0.04 across, so 9.04 on the diagonal and 8.96 beside it.
    const [a, , b, c] = lower as unknown as [number, number, number, number];
    expect(a * a).toBeGreaterThan(6.5);
    expect(a * a).toBeLessThan(11.5);
    expect((a * b) / Math.sqrt(a * a * (b * b + c * c))).toBeGreaterThan(0.96);
  });

  it('finds one in one cloud, and the same for the same seed', () => {
    const cloud = toPoints(makeStripes(200, 1));
    expect(findGroups(cloud, 1).groups).toBe(1);
    const three = toPoints(makeStripes(120, 3));
    expect(findGroups(three, 7)).toEqual(findGroups(three, 7));
  });

  it('takes no handful of outliers for a group', () => {
    const stripes = makeStripes(200, 2);
    const far = stripes.map((one, r) => (r < 4 ? { ...one, x: one.x + 60 } : one));
    expect(Math.min(...findGroups(toPoints(far), 1).weights)).toBeGreaterThanOrEqual(0.05);
  });
});

describe('tails', () => {
  it('are near 1 where groups are normal, 0.7 on a square, and heavy for rare jumps', () => {
    const normal = toPoints(makeStripes(240, 3));
    expect(Math.abs(tailsOf(normal, findGroups(normal, 1)) - 1)).toBeLessThan(0.3);
    const side = Array.from({ length: 20 }, (_, i) => i - 9.5);
    const values = Float64Array.from([
      ...side.flatMap((x) => side.map(() => x)),
      ...side.flatMap(() => side),
    ]);
    const square: Points = { values, rows: 400, dims: 2 };
    const one = fitMixture(square, totalOf(square), new Float64Array(400).fill(1));
    // Uniform on a square: E|x|^4 = 2 x 9/5 + 2 in variances, over the 8 of a normal plane.
    expect(tailsOf(square, one)).toBeCloseTo((2 * 1.8 + 2) / 8, 2);
    const jumps: Points = { ...square, values: values.map((x, i) => (i % 40 === 0 ? 20 * x : x)) };
    const wild = fitMixture(jumps, totalOf(jumps), new Float64Array(400).fill(1));
    expect(tailsOf(jumps, wild)).toBeGreaterThan(3);
  });
});

describe('distances between rows', () => {
  it('are plain where there are no clear groups, few rows, or numbers of few values', async () => {
    expect((await fitted(makeStripes(200, 1))).metric).toBeNull();
    expect((await fitted(makeStripes(30, 3))).metric).toBeNull();
    const whole = makeStripes(200, 3).map((one) => ({
      ...one,
      content: { kind: 'table', cells: { x: String(one.label), y: one.content.cells.y ?? '' } },
    })) satisfies ReturnType<typeof makeStripes>;
    expect((await fitted(whole)).metric).toBeNull();
  });

  it('give plain rows, through turned frequencies, the angles of turned rows', async () => {
    const { metric, sample, inputs } = await fitted(makeStripes(240, 3));
    if (!metric) throw new Error('three clear groups gave no metric');
    const rng = createRng(2);
    const frequencies = Float32Array.from({ length: inputs * 6 }, () => rng.normal());
    const shape = { rows: sample.length / inputs, inner: inputs, columns: 6 };
    const turned = multiplyPlain(turnRows(metric, sample, inputs), frequencies, shape);
    const plain = multiplyPlain(sample, turnFrequencies(metric, frequencies, 6), shape);
    turned.forEach((angle, i) => {
      expect(plain[i]).toBeCloseTo(angle, 3);
    });
  });

  it('are short within a group and long between groups, as the eye would have it', async () => {
    const { state } = await fitted(makeStripes(240, 3));
    const near = async (a: [number, number], b: [number, number]): Promise<number> => {
      const contents = [a, b].map(
        ([x, y]): TableContent => ({ kind: 'table', cells: { x: String(x), y: String(y) } }),
      );
      const { dense, denseDims } = await tableEncoder.encode(state, contents);
      return dense
        .subarray(0, denseDims)
        .reduce((sum, value, k) => sum + value * (dense[denseDims + k] as number), 0);
    };
    // Two spreads along a stripe, against the step to the next one: plainly the longer of the two.
    const within = await near([2, 2], [4, 4]);
    const between = await near([2, 2], [4, 0]);
    expect(within).toBeGreaterThan(between + 0.2);
  });

  it('leave the shares of columns adding up to the score', async () => {
    const stripes = makeStripes(240, 3);
    const { state, contents, metric } = await fitted(stripes);
    expect(metric).not.toBeNull();
    const rows = stripes.map(({ content, label }) => ({ content, label: label === 1 ? 1 : 0 }));
    const head = await learn(state, rows.slice(0, 60));
    for (const content of contents.slice(60, 90)) {
      const { remainder } = await tableExplainer.attribute(state, content, head);
      expect(remainder.every((rest) => Math.abs(rest) < 1e-4)).toBe(true);
    }
  });
});
