/** Races on points of the plane: toy sets, and what a class has drawn. */
import { generateToy, type ToyPoints, toyById } from '../../../src/samples/toy/index.ts';
import type { DrawnPoints, RaceSource, ToyModel } from '../../classroom-api.ts';
import { planeFeatures, planeVectors } from '../plane-features.ts';
import { type RaceData, type RaceDataOf, RaceRefused } from '../race-data.ts';
import { splitRows } from '../split.ts';

/** Points of a toy set that nobody may ask about. */
const TOY_TEST = 500;
/** Fewer drawn points would leave a test that says nothing. */
export const FEWEST_DRAWN = 30;

type ToySource = Extract<RaceSource, { readonly kind: 'toy' }>;

export function toyData(source: ToySource): RaceDataOf {
  const toy = toyById(source.id);
  if (!toy) throw new RaceRefused(`There is no toy set ${source.id}.`);
  const { count, noise, balance, model } = source;
  return (seed) => {
    const points = generateToy(toy, { count: count + TOY_TEST, noise, balance, seed });
    return planeData({ ...points, classes: toy.classes, poolCount: count, model });
  };
}

/** Fresh seeds split the same points anew. */
export function drawnData({ places, truth, classes }: DrawnPoints, model: ToyModel): RaceDataOf {
  if (truth.length < FEWEST_DRAWN)
    throw new RaceRefused(
      `A race needs at least ${FEWEST_DRAWN} points, since a third of them is kept as a test; ${truth.length} are drawn.`,
    );
  return (seed) => {
    const { pool, test } = splitRows(truth.length, seed);
    const order = [...pool, ...test];
    return planeData({
      places: Float32Array.from(
        order.flatMap((row) => [places[2 * row] ?? 0, places[2 * row + 1] ?? 0]),
      ),
      truth: Uint8Array.from(order, (row) => truth[row] ?? 0),
      classes,
      poolCount: pool.length,
      model,
    });
  };
}

interface PlaneOptions extends ToyPoints {
  readonly classes: number;
  /** The first so many points are the pool. */
  readonly poolCount: number;
  readonly model: ToyModel;
}

async function planeData(options: PlaneOptions): Promise<RaceData> {
  const { places, truth, classes, poolCount, model } = options;
  const features = planeFeatures(places, model);
  const rows = Int32Array.from(truth.keys());
  return {
    features,
    vectors: planeVectors(places),
    spreadOver: planeFeatures(places.slice(0, 2 * poolCount), 'curved'),
    truth: Array.from(truth, (c) => [c]),
    classNames: classLetters(classes),
    mode: 'single',
    pool: rows.subarray(0, poolCount),
    test: rows.subarray(poolCount),
    plane: { places, model },
  };
}

export function classLetters(classes: number): readonly string[] {
  return Array.from({ length: classes }, (_, c) => String.fromCharCode(65 + c));
}
