/** A model taught by hand, point by point, and what it would ask. */
import { queryStrategies } from '../../src/domain/query/index.ts';
import type { QueryStrategy } from '../../src/domain/query/strategy.ts';
import type { Picture, PictureRequest } from '../classroom-api.ts';
import { createLearner, type Learner } from '../learn/learner.ts';
import { classLetters } from './data/plane-data.ts';
import { plainEngine } from './plain-engine.ts';
import { planeFeatures, planeVectors } from './plane-features.ts';
import { predictClasses } from './predict-classes.ts';
import { RaceRefused } from './race-data.ts';
import { raceQuery } from './race-query.ts';
import { rasterOf } from './raster.ts';

/** A pure function of the request. Throws `RaceRefused` for an unknown strategy. */
export async function drawPicture(request: PictureRequest): Promise<Picture> {
  const { points, model, answers } = request;
  const { places, classes } = points;
  const features = planeFeatures(places, model);
  const learner = createLearner({ features, classes, mode: 'single', engine: plainEngine });
  try {
    await learner.learn(answers.map(({ row, said }) => ({ row, classes: [said] })));
    const { probabilities } = learner;
    return {
      raster: await rasterOf(learner, model, classes),
      asks: askOf(request, learner),
      ...scoreOf(request, probabilities),
    };
  } finally {
    learner.dispose();
  }
}

function askOf(
  { points, answers, strategy: id, seed }: PictureRequest,
  learner: Pick<Learner, 'probabilities' | 'posterior'>,
): number | null {
  const strategy = (queryStrategies as Readonly<Record<string, QueryStrategy>>)[id];
  if (!strategy) throw new RaceRefused(`Unknown strategy ${id}.`);
  const candidates = openRows(points.truth.length, answers);
  if (candidates.length === 0) return null;
  const vectors = planeVectors(points.places);
  const ranked = strategy.rank(
    raceQuery({
      data: { classNames: classLetters(points.classes), mode: 'single', vectors },
      learner,
      candidates,
      answers: answers.map(({ row, said }) => ({ row, classes: [said] })),
      seed,
    }),
  );
  return ranked[0]?.row ?? null;
}

function openRows(rows: number, answers: PictureRequest['answers']): Int32Array {
  const answered = new Set(answers.map(({ row }) => row));
  return Int32Array.from({ length: rows }, (_, row) => row).filter((row) => !answered.has(row));
}

function scoreOf(
  { points, answers }: PictureRequest,
  probabilities: Float32Array,
): Pick<Picture, 'right' | 'of'> {
  const rows = openRows(points.truth.length, answers);
  const shape = { classes: points.classes, mode: 'single' } as const;
  const right = rows.filter(
    (row) => predictClasses(probabilities, row, shape)[0] === points.truth[row],
  ).length;
  return { right, of: rows.length };
}
