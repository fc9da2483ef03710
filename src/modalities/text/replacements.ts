/** Replacements worth trying: at the words that matter most, the fitting words that help most. */
import type { LinearHead } from '../explain-contract.ts';
import type { Goal } from '../forward.ts';
import type { TextState } from './encode.ts';
import { likeContexts } from './like-contexts.ts';
import type { Probe, WordChange } from './probe.ts';
import { dot } from './vectors.ts';

const PLACES = 12;
const WORDS_PER_PLACE = 6;
/** Of the words that fit a place, the most frequent are looked at. */
const LOOKED_AT = 300;
/** What stands for an address or a mention is no word that one could put. */
const STAND_INS = new Set(['xxurl', 'xxuser']);

export interface ReplacementInput {
  readonly state: TextState;
  readonly probe: Probe;
  readonly head: LinearHead;
  readonly goal: Goal;
  /** Positions, those whose removal lowers the margin most first. */
  readonly places: readonly number[];
}

export function replacementsFor(input: ReplacementInput): readonly WordChange[] {
  const { state, probe, places } = input;
  const { terms } = state.vocabulary;
  const pullOf = createPull(input);
  return places.slice(0, PLACES).flatMap((position) => {
    const own = probe.wordAt(position);
    return likeContexts(state, probe.neighbours(position), LOOKED_AT)
      .map((column) => ({ put: terms[column] as string, pull: pullOf(column) }))
      .filter(({ put, pull }) => pull > 0 && put !== own && !STAND_INS.has(put))
      .sort((a, b) => b.pull - a.pull || (a.put < b.put ? -1 : 1))
      .slice(0, WORDS_PER_PLACE)
      .map(({ put }): WordChange => ({ position, put }));
  });
}

/** Pulls by column as far as they were asked for, of the newest heads and pairs of classes. */
const pulls = new WeakMap<Float32Array, Map<string, Float64Array>>();
const MOST_PULLS = 8;

/** How much a word pulls from the one class to the other, as far as its own weights say. */
function createPull({ state, head, goal }: ReplacementInput): (column: number) => number {
  const { classes, sparse, dense } = head;
  const { words: width } = state.widths;
  const { idf } = state.vocabulary;
  const towards = Float64Array.from(
    { length: width },
    (_, k) => (dense[k * classes + goal.to] ?? 0) - (dense[k * classes + goal.from] ?? 0),
  );
  const known = pullsOf(sparse, `${goal.from} ${goal.to}`, idf.length);
  return (column) => {
    const found = known[column] as number;
    if (!Number.isNaN(found)) return found;
    const at = column * classes;
    let pull = (sparse[at + goal.to] ?? 0) - (sparse[at + goal.from] ?? 0);
    if ((column + 1) * width <= state.wordBasis.length)
      pull += dot(towards, state.wordBasis, column * width);
    known[column] = pull * (idf[column] ?? 0);
    return known[column] as number;
  };
}

function pullsOf(sparse: Float32Array, pair: string, columns: number): Float64Array {
  const byPair = pulls.get(sparse) ?? new Map<string, Float64Array>();
  pulls.set(sparse, byPair);
  const found = byPair.get(pair);
  if (found) return found;
  if (byPair.size >= MOST_PULLS) byPair.clear();
  const made = new Float64Array(columns).fill(Number.NaN);
  byPair.set(pair, made);
  return made;
}
