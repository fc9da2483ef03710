/** Small tables with a known rule, and what the tests ask of them. */
import { createRng } from '../../../src/domain/math/rng.ts';
import type { ColumnSpec, TableContent } from '../../../src/domain/records.ts';
import type { LinearHead } from '../../../src/modalities/explain-contract.ts';
import { tableEncoder } from '../../../src/modalities/table/encode.ts';
import type { TableState } from '../../../src/modalities/table/state.ts';
import { fitHead } from '../../../workers/learn/head/fit.ts';
import { createGram } from '../../../workers/learn/head/gram.ts';
import type { FeaturePrior } from '../../../workers/learn/head/priors.ts';
import type { LabelledRow } from '../../../workers/learn/head/types.ts';

export const COLUMNS: readonly ColumnSpec[] = [
  { name: 'amount', type: 'number' },
  { name: 'age', type: 'number' },
  { name: 'shop', type: 'category' },
  { name: 'when', type: 'date' },
];

/** High amounts and the shop `casino` make class 1; `age` only follows the amount. */
export function makeRows(count: number, seed = 1) {
  const rng = createRng(seed);
  return Array.from({ length: count }, () => {
    const amount = 100 * Math.exp(0.8 * rng.normal());
    const shop = ['market', 'bakery', 'casino'][rng.integer(3)] as string;
    const age = 30 + 10 * Math.log(amount / 100) + 4 * rng.normal();
    const cells: Record<string, string> = {
      amount: amount.toFixed(2),
      age: rng.next() < 0.1 ? '' : age.toFixed(0),
      shop,
      when: `2024-0${1 + rng.integer(9)}-1${rng.integer(9)}`,
    };
    const content: TableContent = { kind: 'table', cells };
    const isOne = Math.log(amount / 100) + (shop === 'casino' ? 1 : -0.5) > 0;
    return { content, label: isOne ? 1 : 0 };
  });
}

export async function fitState(contents: readonly TableContent[], columns = COLUMNS) {
  const settings = { columns } as unknown as NonNullable<
    Parameters<typeof tableEncoder.fit>[1]['settings']
  >;
  return tableEncoder.fit(contents, { seed: 3, settings, onProgress: () => undefined });
}

export const HYPER = { sparse: 0.3, dense: 0.3, intercept: 10, balance: 1 };

export async function learn(
  state: TableState,
  rows: ReturnType<typeof makeRows>,
  { priors = [] as readonly FeaturePrior[] } = {},
): Promise<LinearHead> {
  const features = await tableEncoder.encode(
    state,
    rows.map(({ content }) => content),
  );
  const labels: LabelledRow[] = rows.map(({ label }, row) => ({ row, classes: [label] }));
  return fitHead({
    ...{ features, labels, classes: 2, mode: 'single', hyper: HYPER, priors },
    ...{ gram: createGram(() => features), start: { dual: new Map(), found: null } },
  }).weights;
}
