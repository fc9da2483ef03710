/**
 * The smallest set of single changes that turns a margin negative. One change and two are tried
 * exhaustively (two and three among the strongest), more greedily and, where that comes near with
 * few, by a beam that may do with fewer; in the end every change that is not needed is taken back. For a plain linear model sorting would be exact
 * (Martens and Provost 2014); lengths and pairs of words make it a search.
 */
export interface SearchSpace {
  /** Changes are numbers, strongest alone first; those at one place exclude each other. */
  readonly placeOf: (change: number) => number;
  /** Of one change alone; exact. */
  readonly alone: (change: number) => number;
  /** Positive while the answer stands; exact. */
  readonly margin: (changes: readonly number[]) => number;
  /** A set grows by one change, and shrinks by the newest. */
  push(change: number): void;
  pop(): void;
  /** The margin of what was pushed and this one, far quicker; exact when no two are tied, else near. */
  guess(change: number): number;
  areTied(a: number, b: number): boolean;
  /** The margin before any change. */
  readonly start: number;
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
/** A guess below this share of the margin at the start may hide a flip: it is looked at closely. */
const SLACK = 0.25;

export interface SearchLimits {
  readonly most: number;
  /** True when `order` is all there is: only then is a set of three proved minimal. */
  readonly isAll: boolean;
}

/** `order` are the changes that may be used, ranked. Null when no set of up to `most` was found. */
export function searchFlip(
  space: SearchSpace,
  order: readonly number[],
  { most, isAll }: SearchLimits,
): FoundSet | null {
  const [best] = order;
  if (best === undefined || most < 1) return null;
  if (space.alone(best) < 0) return { changes: [best], isProvedMinimal: true };
  if (most < 2) return null;
  const pair = bestPair(space, order.slice(0, PAIRS_AMONG));
  if (pair) return { changes: pair, isProvedMinimal: true };
  if (most < 3) return null;
  const triple = bestTriple(space, order.slice(0, TRIPLES_AMONG));
  if (triple) return { changes: triple, isProvedMinimal: isAll && order.length <= PAIRS_AMONG };
  const straight = greedy(space, order, most);
  const found = beam(space, order, Math.min(straight.reach - 1, BEAM_DEPTH)) ?? straight.found;
  return found && { changes: prune(space, found), isProvedMinimal: false };
}

function bestPair(space: SearchSpace, order: readonly number[]): readonly number[] | null {
  let best: readonly number[] | null = null;
  let least = 0;
  order.forEach((b, i) => {
    space.push(b);
    for (let j = 0; j < i; j++) {
      const a = order[j] as number;
      if (space.placeOf(a) === space.placeOf(b)) continue;
      const margin = space.areTied(a, b) ? space.margin([a, b]) : space.guess(a);
      if (margin >= least) continue;
      least = margin;
      best = [a, b];
    }
    space.pop();
  });
  return best;
}

function bestTriple(space: SearchSpace, order: readonly number[]): readonly number[] | null {
  let best: readonly number[] | null = null;
  let least = 0;
  const areApart = (a: number, b: number): boolean => space.placeOf(a) !== space.placeOf(b);
  order.forEach((c, i) => {
    space.push(c);
    for (let j = 0; j < i; j++) {
      const b = order[j] as number;
      if (!areApart(b, c)) continue;
      space.push(b);
      for (let k = 0; k < j; k++) {
        const a = order[k] as number;
        if (!areApart(a, b) || !areApart(a, c)) continue;
        const isTied = space.areTied(b, c) || space.areTied(a, b) || space.areTied(a, c);
        let margin = space.guess(a);
        if (isTied && margin < space.start * SLACK) margin = space.margin([a, b, c]);
        if (margin >= least) continue;
        least = margin;
        best = [a, b, c];
      }
      space.pop();
    }
    space.pop();
  });
  return best;
}

interface Candidate {
  readonly set: readonly number[];
  readonly change: number;
  readonly guess: number;
}

/** Sets of up to `deepest`; those of up to three were tried before. */
function beam(
  space: SearchSpace,
  order: readonly number[],
  deepest: number,
): readonly number[] | null {
  if (deepest < 4) return null;
  const choices = order.slice(0, BEAM_AMONG);
  let kept: readonly (readonly number[])[] = choices.slice(0, BEAM_WIDTH).map((one) => [one]);
  for (let depth = 2; depth <= deepest; depth++) {
    const grown = grow(space, kept, choices);
    const flips = distinct(grown, CHECKED, ({ guess }) => guess < 0);
    const sure = flips.find((changes) => space.margin(changes) < 0);
    if (sure) return sure;
    kept = distinct(grown, BEAM_WIDTH, () => true);
  }
  return null;
}

function grow(
  space: SearchSpace,
  kept: readonly (readonly number[])[],
  choices: readonly number[],
): readonly Candidate[] {
  const grown: Candidate[] = [];
  for (const set of kept) {
    const places = set.map(space.placeOf);
    for (const change of set) space.push(change);
    for (const change of choices)
      if (!places.includes(space.placeOf(change)))
        grown.push({ set, change, guess: space.guess(change) });
    for (const _ of set) space.pop();
  }
  return grown.sort((a, b) => a.guess - b.guess);
}

/** The first so many that differ as sets. */
function distinct(
  grown: readonly Candidate[],
  count: number,
  accepts: (one: Candidate) => boolean,
): readonly (readonly number[])[] {
  const found = new Map<string, readonly number[]>();
  for (const one of grown) {
    if (found.size >= count || !accepts(one)) break;
    const changes = [...one.set, one.change];
    const key = [...changes].sort((a, b) => a - b).join();
    if (!found.has(key)) found.set(key, changes);
  }
  return [...found.values()];
}

interface Straight {
  readonly found: readonly number[] | null;
  /** With how many it flips, or comes so near that others might. */
  readonly reach: number;
}

/** Takes the change that lowers the margin most, until it is negative. */
function greedy(space: SearchSpace, order: readonly number[], most: number): Straight {
  const taken: number[] = [];
  let left = [...order];
  let found: readonly number[] | null = null;
  let reach = 0;
  while (!found && left.length > 0 && taken.length < most) {
    const next = strongest(space, left.slice(0, GREEDY_AMONG));
    const isNear = space.guess(next) < space.start * SLACK;
    taken.push(next);
    space.push(next);
    left = left.filter((change) => space.placeOf(change) !== space.placeOf(next));
    if (isNear && taken.length <= BEAM_DEPTH) reach = BEAM_DEPTH + 1;
    if (isNear && space.margin(taken) < 0) found = [...taken];
  }
  for (const _ of taken) space.pop();
  return { found, reach: found && found.length <= BEAM_DEPTH ? found.length : reach };
}

function strongest(space: SearchSpace, left: readonly number[]): number {
  let best = left[0] as number;
  let least = Number.POSITIVE_INFINITY;
  for (const change of left) {
    const guess = space.guess(change);
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
    if (fewer.length > 0 && guessOf(space, fewer) < space.start * SLACK && space.margin(fewer) < 0)
      kept = fewer;
  }
  return kept;
}

function guessOf(space: SearchSpace, changes: readonly number[]): number {
  const before = changes.slice(0, -1);
  for (const change of before) space.push(change);
  const guess = space.guess(changes.at(-1) as number);
  for (const _ of before) space.pop();
  return guess;
}
