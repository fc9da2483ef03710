/**
 * CAL: items whose prediction differs most from those of the answered items most like them, the
 * mean of KL(p(neighbour) || p(item)) in nats over the nearest answered items. Chooses among a
 * sample, so large that the distances to all answers stay affordable.
 */
import { affordable, sampleOf } from './sample-rows.ts';
import type { QueryInput, QueryStrategy } from './strategy.ts';
import { topRows } from './top-rows.ts';
import { squaredDistance } from './vector-math.ts';

const NEIGHBOURS = 10;
const LEAST = 1e-9;

/** KL(p || q) in nats of row `of` from row `from`; several per item: the sum over the yes-or-noes. */
export function divergence(
  { probabilities, classes, mode }: Pick<QueryInput, 'probabilities' | 'classes' | 'mode'>,
  of: number,
  from: number,
): number {
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    const p = probabilities[of * classes + c] as number;
    const q = probabilities[from * classes + c] as number;
    sum += term(p, q) + (mode === 'multi' ? term(1 - p, 1 - q) : 0);
  }
  return Math.max(0, sum);
}

function term(p: number, q: number): number {
  return p > 0 ? p * Math.log(p / Math.max(LEAST, q)) : 0;
}

/** Mean divergence of the nearest answered rows from this one; 0 before anything is answered. */
export function contrastOf(input: QueryInput, row: number): number {
  const rows = nearestAnswered(input, row);
  const sum = rows.reduce((total, neighbour) => total + divergence(input, neighbour, row), 0);
  return rows.length === 0 ? 0 : sum / rows.length;
}

/** Insertion into a short list beats sorting: most answered rows are turned away at once. */
function nearestAnswered({ vectors, answers }: QueryInput, row: number): readonly number[] {
  const rows: number[] = [];
  const distances: number[] = [];
  for (const { row: answered } of answers) {
    const distance = squaredDistance(vectors, row, answered);
    if (rows.length === NEIGHBOURS && distance >= (distances.at(-1) as number)) continue;
    let at = rows.length;
    while (at > 0 && (distances[at - 1] as number) > distance) at--;
    rows.splice(at, 0, answered);
    distances.splice(at, 0, distance);
    if (rows.length > NEIGHBOURS) {
      rows.pop();
      distances.pop();
    }
  }
  return rows;
}

function rank(input: QueryInput) {
  const { candidates, answers, count } = input;
  const why = { kind: 'contrast' } as const;
  return topRows(
    sampleOf(candidates, affordable(answers.length)),
    count,
    (row) => contrastOf(input, row),
    () => why,
  );
}

export const contrastive = {
  id: 'contrastive',
  family: 'spread',
  label: 'Contrastive (CAL)',
  hint: 'Asks where the model judges an item otherwise than the answered items most like it.',
  source: 'Margatina et al., EMNLP 2021: mean KL divergence of the 10 nearest answered items',
  needsModel: true,
  rank,
} as const satisfies QueryStrategy;
