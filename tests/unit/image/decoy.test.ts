/**
 * The sticker in the corner of the leaves tells the answer in the first batch and nothing in the
 * second. A model taught on the first batch leans on it; painting it as irrelevant on five pictures
 * must show on the second.
 */
import { expect, it } from 'vitest';
import type { RegionPatch } from '../../../src/domain/records.ts';
import { applyPatches } from '../../../src/modalities/image/edited.ts';
import { imageEncoder } from '../../../src/modalities/image/encode.ts';
import { RASTER_SIDE, type Raster, shrink, toRgb } from '../../../src/modalities/image/raster.ts';
import { leaves } from '../../../src/samples/leaves.ts';
import type { DrawnPicture } from '../../../src/samples/sample.ts';
import { createLearner, type LabelledRow } from '../../../workers/learn/learner.ts';
import { subtractRow } from '../../../workers/learn/session/subtract-row.ts';
import { plainEngine } from './plain-engine.ts';

const HALF = 240;
const ANSWERS = 60;
const PAINTED = 5;
/** As `mark-region` becomes rows: 1/2 weight (w . d)^2. */
const WEIGHT = 100;
const CORNER: RegionPatch = {
  region: { x: 0.75, y: 0.75, width: 0.25, height: 0.25 },
  fill: { kind: 'mean' },
};

interface Leaf {
  readonly raster: Raster;
  readonly truth: number;
  readonly batch: string;
}

function drawLeaves(): readonly Leaf[] {
  const names = leaves.classes.map(({ name }) => name);
  const kept: Leaf[] = [];
  const counts = new Map<string, number>();
  for (const { content, classes, fields } of leaves.generate(7)) {
    const batch = fields.batch ?? '';
    const before = counts.get(batch) ?? 0;
    if (before === HALF) continue;
    counts.set(batch, before + 1);
    const { data, width, height } = content as DrawnPicture;
    const raster = shrink(toRgb(data, width, height), RASTER_SIDE);
    kept.push({ raster, truth: names.indexOf(classes[0] ?? ''), batch });
  }
  return kept;
}

const rastersOf = (items: readonly Leaf[]): readonly Raster[] => items.map(({ raster }) => raster);

it('painting a decoy on five pictures raises accuracy where it means nothing', async () => {
  const all = drawLeaves();
  const told = all.filter(({ batch }) => batch === '1');
  const untold = all.filter(({ batch }) => batch === '2');
  const state = await imageEncoder.fit(rastersOf(all), { seed: 1, onProgress: () => undefined });
  const pool = await imageEncoder.encode(state, rastersOf(told));
  const test = await imageEncoder.encode(state, rastersOf(untold));
  const labels = told
    .slice(0, ANSWERS)
    .map(({ truth }, row): LabelledRow => ({ row, classes: [truth] }));

  const accuracyWith = async (marks: number): Promise<number> => {
    const learner = createLearner({
      features: pool,
      classes: 4,
      mode: 'single',
      engine: plainEngine,
    });
    const rows: LabelledRow[] = [];
    for (let row = ANSWERS - marks; row < ANSWERS; row++) {
      const without = applyPatches((told[row] as Leaf).raster, [CORNER], new Map());
      const own = await imageEncoder.encode(state, [without]);
      const virtual = learner.appendVirtual(subtractRow(own, pool, row));
      const mark = { classes: [], weight: WEIGHT, isVirtual: true, loss: 'square' } as const;
      rows.push({ ...mark, row: virtual, copyOf: row });
    }
    await learner.learn([...labels, ...rows]);
    return accuracyOf(await learner.score(test), untold);
  };

  const before = await accuracyWith(0);
  const after = await accuracyWith(PAINTED);
  expect(after - before).toBeGreaterThanOrEqual(0.1);
}, 600_000);

function accuracyOf(probabilities: Float32Array, items: readonly Leaf[]): number {
  const right = items.filter(({ truth }, row) => {
    const own = [...probabilities.subarray(row * 4, row * 4 + 4)];
    return own.indexOf(Math.max(...own)) === truth;
  });
  return right.length / items.length;
}
