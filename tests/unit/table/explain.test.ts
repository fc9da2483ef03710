import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../../src/domain/records.ts';
import { scoresOf } from '../../../src/modalities/forward.ts';
import { findCounterfactuals } from '../../../src/modalities/table/counterfactual.ts';
import { tableEncoder } from '../../../src/modalities/table/encode.ts';
import { tableExplainer } from '../../../src/modalities/table/explainer.ts';
import { risingColumns } from '../../../src/modalities/table/features.ts';
import { influenceOf } from '../../../src/modalities/table/influence.ts';
import { fitHead } from '../../../workers/learn/head/fit.ts';
import { createGram } from '../../../workers/learn/head/gram.ts';
import { createRowStore } from '../../../workers/learn/row-store.ts';
import { fitState, HYPER, learn, makeRows } from './make.ts';

const rows = makeRows(300);
const contents = rows.map(({ content }) => content);
const ready = (async () => {
  const state = await fitState(contents);
  return { state, head: await learn(state, rows.slice(0, 120)) };
})();

const scoreOf = async (cells: Readonly<Record<string, string>>) => {
  const { state, head } = await ready;
  return scoresOf(await tableEncoder.encode(state, [{ kind: 'table', cells }]), 0, head);
};

describe('what each column adds', () => {
  it('adds up to the score with hardly any remainder', async () => {
    const { state, head } = await ready;
    for (const content of contents.slice(0, 40)) {
      const { parts, intercept, remainder } = await tableExplainer.attribute(state, content, head);
      const scores = await scoreOf(content.cells);
      scores.forEach((score, c) => {
        const sum = parts.reduce((all, one) => all + (one.named[c] ?? 0) + (one.latent[c] ?? 0), 0);
        expect(sum + (intercept[c] ?? 0) + (remainder[c] ?? 0)).toBeCloseTo(score, 9);
        expect(Math.abs(remainder[c] ?? 1)).toBeLessThan(1e-4);
      });
    }
  });

  it('gives the columns that make the answer most, and one that is typical nothing latent', async () => {
    const { state, head } = await ready;
    const sums = new Map<string, number>();
    for (const content of contents) {
      const { parts } = await tableExplainer.attribute(state, content, head);
      for (const part of parts) {
        if (part.kind !== 'column') continue;
        const size = Math.abs((part.named[1] ?? 0) + (part.latent[1] ?? 0));
        sums.set(part.column, (sums.get(part.column) ?? 0) + size);
      }
    }
    const order = [...sums].sort(([, a], [, b]) => b - a).map(([name]) => name);
    expect(order.slice(0, 2).sort()).toEqual(['amount', 'shop']);
    const typical = state.columns.find(({ name }) => name === 'amount')?.typical ?? '';
    const cells = { ...contents[0]?.cells, amount: typical };
    const { parts } = await tableExplainer.attribute(state, { kind: 'table', cells }, head);
    const own = parts.find((part) => part.kind === 'column' && part.column === 'amount');
    expect(own?.latent.every((share) => share === 0)).toBe(true);
  });
});

describe('counterfactuals', () => {
  const request = async (index: number, extra: object = {}) => {
    const { state, head } = await ready;
    const content = contents[index] as (typeof contents)[number];
    const found = await findCounterfactuals(state, {
      ...{ content, input: content, head, mode: 'single', target: null, count: 3 },
      ...{ kinds: ['delete', 'replace'], banned: new Set<string>() },
      ...extra,
    });
    return { content, ...found };
  };

  it('all flip by a full forward pass, by one column or two, and differ', async () => {
    let changed = 0;
    let firsts = 0;
    for (let index = 0; index < 150; index++) {
      const { content, found } = await request(index);
      const scores = await scoreOf(content.cells);
      expect(found.length).toBeGreaterThan(0);
      for (const one of found) {
        const now = await scoreOf(one.content.cells);
        expect(now.indexOf(Math.max(...now))).not.toBe(scores.indexOf(Math.max(...scores)));
      }
      changed += found[0]?.changes.length ?? 0;
      firsts += 1;
      const keys = found.map(({ changes }) => changes.map(({ column }) => column).join());
      expect(new Set(keys).size).toBe(keys.length);
    }
    expect(changed / firsts).toBeLessThanOrEqual(1.5);
  });

  it('put only values that occur in the project', async () => {
    const occurs = new Map(
      Object.keys(contents[0]?.cells ?? {}).map((name) => [
        name,
        new Set(contents.map(({ cells }) => cells[name])),
      ]),
    );
    for (let index = 0; index < 40; index++)
      for (const { changes } of (await request(index)).found)
        for (const { column, put } of changes) expect(occurs.get(column)?.has(put)).toBe(true);
  });

  it('leave locked columns alone, also where a donor would change them', async () => {
    const locked = new Set(['amount']);
    const donors = async () =>
      rows.slice(200, 260).map(({ content, label }, i) => ({
        ...{ itemId: `i${i}` as ItemId, content, input: content, classes: [label] },
      }));
    for (let index = 0; index < 40; index++)
      for (const { changes } of (await request(index, { locked, donors })).found)
        expect(changes.map(({ column }) => column)).not.toContain('amount');
  });

  it('find nothing where everything is locked', async () => {
    const locked = new Set(['amount', 'age', 'shop', 'when']);
    expect((await request(0, { locked })).found).toEqual([]);
  });
});

describe('what a person says of a column', () => {
  it('“raises” makes the curve of its named part never fall', async () => {
    const { state } = await ready;
    const columns = risingColumns(state, { kind: 'column', column: 'age' }) ?? [];
    expect(columns.length).toBeGreaterThan(5);
    const signs = [-1, 1];
    const priors = columns.map((column) => ({ block: 'sparse' as const, column, signs }));
    const head = await learn(state, rows.slice(0, 60), { priors });
    for (const column of columns) {
      const slope = (head.sparse[column * 2 + 1] ?? 0) - (head.sparse[column * 2] ?? 0);
      expect(slope).toBeGreaterThan(-1e-5);
    }
    expect(risingColumns(state, { kind: 'column', column: 'shop' })).toEqual([]);
  });

  it('“irrelevant” takes its influence from the latent view too, and leaves no trace', async () => {
    const { state } = await ready;
    const features = await tableEncoder.encode(state, contents);
    const store = createRowStore(features);
    const differences = await influenceOf(state, { kind: 'column', column: 'shop' });
    if (!differences) throw new Error('shop has no influence at all');
    const first = store.append(differences);
    const labels = rows.slice(0, 120).map(({ label }, row) => ({ row, classes: [label] }));
    const own = Array.from({ length: differences.rows }, (_, i) => ({
      ...{ row: first + i, classes: [], weight: 4, isVirtual: true, isDifference: true },
      loss: 'square' as const,
    }));
    const headOf = (all: typeof labels) =>
      fitHead({
        ...{ features: store.all(), labels: all, classes: 2, mode: 'single', hyper: HYPER },
        ...{ priors: [], gram: createGram(store.all), start: { dual: new Map(), found: null } },
      }).weights;
    const latentOf = async (head: ReturnType<typeof headOf>) => {
      let sum = 0;
      for (const content of contents.slice(150, 250)) {
        const { parts } = await tableExplainer.attribute(state, content, head);
        const part = parts.find((one) => one.kind === 'column' && one.column === 'shop');
        sum += Math.abs((part?.latent[1] ?? 0) - (part?.latent[0] ?? 0));
      }
      return sum;
    };
    const before = headOf(labels);
    const after = headOf([...labels, ...own] as typeof labels);
    expect(await latentOf(after)).toBeLessThan((await latentOf(before)) / 3);
    expect(headOf(labels)).toEqual(before);
  });
});
