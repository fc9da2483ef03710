import { takeTurns } from './cluster-turns.ts';
import { clustersFor } from './clusters.ts';
import type { QueryInput, QueryStrategy } from './strategy.ts';
import { squaredDistanceTo } from './vector-math.ts';

function rank(input: QueryInput) {
  const { centers } = clustersFor(input);
  const { vectors } = input;
  return takeTurns(input, (row, _, cluster) =>
    vectors.dims === 0 ? 0 : -squaredDistanceTo(vectors, row, centers, cluster * vectors.dims),
  );
}

export const kMeansCenters = {
  id: 'k-means',
  family: 'spread',
  label: 'k-means',
  hint: 'Sorts a sample of the items into groups and asks about the middle of each, groups without an answer first.',
  source:
    'Nguyen and Smeulders, ICML 2004; Yuan, Lin and Boyd-Graber, EMNLP 2020: nearest to the centres',
  needsModel: false,
  rank,
} as const satisfies QueryStrategy;
