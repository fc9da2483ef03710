/**
 * The smallest set of single changes that turns a margin negative. One change and two are tried
 * exhaustively (two and three among the strongest), more by a beam and then greedily; in the end
 * every change that is not needed is taken back. For a plain linear model sorting would be exact
 * (Martens and Provost 2014); lengths and pairs of words make it a search.
 */
export interface SearchSpace {
  /** Changes are numbers; those at one place exclude each other. */
  readonly placeOf: (change: number) => number;
  /** Positive while the answer stands. */
  readonly margin: (changes: readonly number[]) => number;
  /** The same far quicker; exact when `isSure`, else near. */
  readonly guess: (changes: readonly number[]) => number;
  readonly isSure: (changes: readonly number[]) => boolean;
}

export interface FoundSet {
  /** Strongest first. */
  readonly changes: readonly number[];
  /** True when every smaller set was tried. */
  readonly isProvedMinimal: boolean;
}

const PAIRS_AMONG = 40;
const TRIPLES_AMONG = 16;
const BEAM_WIDTH = 8;
const BEAM_AMONG = 40;
const BEAM_DEPTH = 6;
/** Guesses below zero that are looked at closely, at each depth. */
const CHECKED = 6;
/** The strongest alone, among which each next one is sought. */
const GREEDY_AMONG = 100;
const MOST_PRUNED = 60;

/** The effect of each change alone, strongest first. */
export interface Single {
  readonly change: number;
  readonly margin: number;
}

export function rankSingles(space: SearchSpace, count: number): readonly Single[] {
  return Array.from({ length: count }, (_, change) => ({
    change,
    margin: space.margin([change]),
  })).sort((a, b) => a.margin - b.margin || a.change - b.change);
}

/** `singles` are the changes that may be used, ranked. Null when no set of up to `most` was found. */
export function searchFlip(
  space: SearchSpace,
  singles: readonly Single[],
  most: number,
): FoundSet | null {
  const [best] = singles;
  if (!best || most < 1) return null;
  if (best.margin < 0) return { changes: [best.change], isProvedMinimal: true };
  const order = singles.map(({ change }) => change);
  if (most < 2) return null;
  const pair = bestOf(space, pairsOf(order.slice(0, PAIRS_AMONG)));
  if (pair) return { changes: pair, isProvedMinimal: true };
  if (most < 3) return null;
  const triple = bestOf(space, triplesOf(order.slice(0, TRIPLES_AMONG)));
  if (triple) return { changes: triple, isProvedMinimal: order.length <= PAIRS_AMONG };
  const found = beam(space, order, Math.min(most, BEAM_DEPTH)) ?? greedy(space, order, most);
  return found && { changes: prune(space, found), isProvedMinimal: false };
}

function bestOf(space: SearchSpace, sets: Iterable<readonly number[]>): readonly number[] | null {
  let best: readonly number[] | null = null;
  let least = 0;
  for (const changes of sets) {
    if (!areApart(space, changes)) continue;
    const margin = space.isSure(changes) ? space.guess(changes) : space.margin(changes);
    if (margin >= least) continue;
    least = margin;
    best = changes;
  }
  return best;
}

function areApart(space: SearchSpace, changes: readonly number[]): boolean {
  return changes.every((a, i) =>
    changes.slice(i + 1).every((b) => space.placeOf(a) !== space.placeOf(b)),
  );
}

function* pairsOf(order: readonly number[]): Generator<readonly number[]> {
  for (let i = 0; i < order.length; i++)
    for (let j = 0; j < i; j++) yield [order[j] as number, order[i] as number];
}

function* triplesOf(order: readonly number[]): Generator<readonly number[]> {
  for (let i = 0; i < order.length; i++)
    for (let j = 0; j < i; j++)
      for (let k = 0; k < j; k++)
        yield [order[k] as number, order[j] as number, order[i] as number];
}

interface Candidate {
  readonly changes: readonly number[];
  readonly guess: number;
}

function beam(
  space: SearchSpace,
  order: readonly number[],
  deepest: number,
): readonly number[] | null {
  const choices = order.slice(0, BEAM_AMONG);
  let kept: readonly Candidate[] = choices
    .slice(0, BEAM_WIDTH)
    .map((change) => ({ changes: [change], guess: 0 }));
  for (let depth = 2; depth <= deepest; depth++) {
    const grown = grow(space, kept, choices);
    const flips = grown.filter(({ guess }) => guess < 0).slice(0, CHECKED);
    const sure = flips.find(({ changes }) => space.margin(changes) < 0);
    if (sure) return sure.changes;
    kept = grown.slice(0, BEAM_WIDTH);
  }
  return null;
}

function grow(
  space: SearchSpace,
  kept: readonly Candidate[],
  choices: readonly number[],
): readonly Candidate[] {
  const grown = new Map<string, Candidate>();
  for (const { changes } of kept) {
    for (const change of choices) {
      const all = [...changes, change];
      if (changes.some((one) => space.placeOf(one) === space.placeOf(change))) continue;
      const key = [...all].sort((a, b) => a - b).join();
      if (!grown.has(key)) grown.set(key, { changes: all, guess: space.guess(all) });
    }
  }
  return [...grown.values()].sort((a, b) => a.guess - b.guess);
}

/** Takes the change that lowers the margin most, until it is negative. */
function greedy(
  space: SearchSpace,
  order: readonly number[],
  most: number,
): readonly number[] | null {
  const taken: number[] = [];
  let left = [...order];
  while (left.length > 0 && taken.length < most) {
    const next = strongest(space, taken, left.slice(0, GREEDY_AMONG));
    taken.push(next);
    left = left.filter((change) => space.placeOf(change) !== space.placeOf(next));
    if (space.margin(taken) < 0) return taken;
  }
  return null;
}

function strongest(space: SearchSpace, taken: readonly number[], left: readonly number[]): number {
  let best = left[0] as number;
  let least = Number.POSITIVE_INFINITY;
  for (const change of left) {
    const guess = space.guess([...taken, change]);
    if (guess >= least) continue;
    least = guess;
    best = change;
  }
  return best;
}

/** Takes back, the newest first, whatever is not needed. */
function prune(space: SearchSpace, changes: readonly number[]): readonly number[] {
  let kept = [...changes];
  for (const change of [...changes].reverse().slice(0, MOST_PRUNED)) {
    const fewer = kept.filter((one) => one !== change);
    if (fewer.length > 0 && space.margin(fewer) < 0) kept = fewer;
  }
  return kept;
}
