/**
 * The frauds of the sample drift, and they are 3 in 100 items: does the alarm see it within 300 items,
 * and is it quiet where nothing drifts? The model is the real one, taught in rounds on the first half.
 */
import { beforeAll, expect, test } from 'vitest';
import { createRng, shuffled } from '../../../src/domain/math/rng.ts';
import type { ClassId, ItemId, TableContent } from '../../../src/domain/records.ts';
import { tableEncoder } from '../../../src/modalities/table/encode.ts';
import type { SampleItem } from '../../../src/samples/sample.ts';
import { transactions } from '../../../src/samples/transactions.ts';
import type { Engine } from '../../../workers/learn/engine/engine.ts';
import { openTfEngine } from '../../../workers/learn/engine/tf-engine.ts';
import { createLearner, type LabelledRow } from '../../../workers/learn/learner.ts';
import { driftOf } from '../../../workers/learn/oversight/drift.ts';
import type { DriftItem } from '../../../workers/learn/oversight/read-column.ts';
import { wasmFiles } from '../learn/wasm-files.ts';

/** Runs of each kind; the figures of the README come from 20 and 40. */
const DRIFTING = Number(process.env.HONE_DRIFT_RUNS ?? 4);
const UNDRIFTED = process.env.HONE_DRIFT_RUNS ? 2 * DRIFTING : DRIFTING;
/** The level and the scans were tuned on other seeds. */
const FIRST_DRIFTING = 1_001;
const FIRST_UNDRIFTED = 2_001;
const HALF = 2_500;
const WINDOW = 300;
/** What a person decides of 300 new items: those about which the model is in doubt. */
const REVIEWED = 30;
const columns = transactions.settings?.columns ?? [];

let engine: Engine;
beforeAll(async () => {
  engine = await openTfEngine('wasm', wasmFiles);
});

interface Taught {
  readonly fraud: (row: number) => number;
  readonly truth: readonly number[];
  readonly answered: ReadonlySet<number>;
  readonly cells: readonly TableContent['cells'][];
  /** Rows before this one are the reference, the others the new items. */
  readonly reference: number;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

/**
 * Drifting: the first half, and the last 300 items. Undrifted: the first half in any order, its last
 * 300 items taken for new ones. Nothing of the new items is ever learned, as it is in life: else the
 * model would look alike on both windows, and false alarms would be counted too low.
 */
function draw(seed: number, isDrifting: boolean): readonly SampleItem[] {
  const all = [...transactions.generate(seed)];
  if (isDrifting) return [...all.slice(0, HALF), ...all.slice(-WINDOW)];
  return shuffled(all.slice(0, HALF), createRng(seed + 7));
}

async function teach(seed: number, isDrifting: boolean): Promise<Taught> {
  const items = draw(seed, isDrifting);
  const reference = items.length - WINDOW;
  const contents = items.map(({ content }) => content as TableContent);
  const truth = items.map(({ classes }) => (classes?.[0] === 'fraud' ? 1 : 0));
  const settings = { columns } as unknown as NonNullable<
    Parameters<typeof tableEncoder.fit>[1]['settings']
  >;
  const state = await tableEncoder.fit(contents, { seed, settings, onProgress: () => undefined });
  const features = await tableEncoder.encode(state, contents);
  const learner = createLearner({ features, classes: 2, mode: 'single', engine });
  const toLabel = (row: number): LabelledRow => ({ row, classes: [truth[row] ?? 0] });
  let labels = shuffled(range(0, reference), createRng(seed)).slice(0, 60).map(toLabel);
  const fraud = (row: number): number => learner.probabilities[row * 2 + 1] ?? 0;
  for (let round = 0; round < 4; round++) {
    await learner.learn(labels);
    const known = new Set(labels.map(({ row }) => row));
    const open = range(0, reference).filter((row) => !known.has(row));
    labels = [...labels, ...doubtful(open, fraud, 60).map(toLabel)];
  }
  await learner.learn(labels);
  const said = range(0, items.length).map(fraud);
  learner.dispose();
  return {
    fraud: (row) => said[row] ?? 0,
    truth,
    answered: new Set(labels.map(({ row }) => row)),
    cells: contents.map((content) => content.cells),
    reference,
  };
}

function doubtful(rows: readonly number[], fraud: Taught['fraud'], count: number): number[] {
  const doubt = (row: number): number => Math.abs(fraud(row) - 0.5);
  return [...rows].sort((a, b) => doubt(a) - doubt(b)).slice(0, count);
}

/** `reviewed`: answered of the new items. */
function isAlarmed(taught: Taught, seed: number, count: number): boolean {
  const { fraud, truth, answered, cells, reference } = taught;
  const now = range(reference, reference + WINDOW);
  const reviewed = new Set(doubtful(now, fraud, count));
  const toItem = (row: number): DriftItem => {
    const isOpen = !answered.has(row) && !reviewed.has(row);
    const said = [fraud(row) > 0.5 ? 1 : 0];
    const taken = isOpen ? said : [truth[row] ?? 0];
    return { id: String(row) as ItemId, row, cells: cells[row] ?? {}, said, taken, isOpen };
  };
  return driftOf({
    columns,
    classIds: ['fine', 'fraud'] as unknown as ClassId[],
    seed,
    vectors: { dims: 0, values: new Float32Array(0) },
    reference: range(0, reference).map(toItem),
    current: now.map(toItem),
  }).isAlarm;
}

/** How many runs of a kind raise the alarm, with 30 new items answered and with none. */
async function countAlarms(
  first: number,
  runs: number,
  isDrifting: boolean,
): Promise<{ readonly aided: number; readonly unaided: number }> {
  let aided = 0;
  let unaided = 0;
  for (let seed = first; seed < first + runs; seed++) {
    const taught = await teach(seed, isDrifting);
    if (isAlarmed(taught, seed, REVIEWED)) aided++;
    if (isAlarmed(taught, seed, 0)) unaided++;
  }
  return { aided, unaided };
}

test('the alarm sees nearly all drifts within 300 items, and is quiet otherwise', {
  timeout: 900_000,
}, async () => {
  const drifting = await countAlarms(FIRST_DRIFTING, DRIFTING, true);
  const undrifted = await countAlarms(FIRST_UNDRIFTED, UNDRIFTED, false);
  // Measured with 20 and 40 runs: 20 of 20 seen, 11 of 20 where none of the new items was answered; false
  // alarms in 2 of 40, and 1 of 40. The seeds are fixed, so this is nobody's luck.
  expect(undrifted.aided).toBeLessThanOrEqual(Math.max(1, UNDRIFTED / 20));
  expect(undrifted.unaided).toBeLessThanOrEqual(Math.max(1, UNDRIFTED / 20));
  expect(drifting.aided).toBeGreaterThanOrEqual(Math.floor(0.8 * DRIFTING));
  expect(drifting.unaided).toBeGreaterThanOrEqual(1);
});
