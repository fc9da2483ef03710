/**
 * Scores of sets of changes from what each change does alone. Changes that touch different words
 * and pairs add up exactly: of the sums because they are sums, of the lengths of the views because
 * |v + a + b|^2 follows from the inner products, which are computed once. A set grows one change at
 * a time, and trying one more costs a few operations a class.
 */
import type { LinearHead } from '../explain-contract.ts';
import type { Goal } from '../forward.ts';
import type { TextState } from './encode.ts';
import type { Probe } from './probe.ts';
import { addMove, clear, emptySums, type ProbeSums, scaleOf, squareOf } from './probe-sums.ts';
import type { Move } from './probe-terms.ts';
import { dot } from './vectors.ts';

export interface QuickInput {
  readonly state: TextState;
  readonly head: LinearHead;
  readonly probe: Probe;
  readonly goal: Goal;
}

export interface QuickChange {
  readonly position: number;
  readonly moves: readonly Move[];
}

/** The margin after each of the changes alone: exact. */
export function marginsAlone(
  { state, head, probe, goal }: QuickInput,
  changes: readonly QuickChange[],
): Float64Array {
  const effect = emptySums(state, head);
  const scores = new Float64Array(head.classes);
  const base = probe.sums;
  const squares = base.views.map(squareOf) as [number, number];
  return Float64Array.from(changes, ({ moves }) => {
    clear(effect);
    for (const move of moves) addMove(effect, move, state, head);
    const lengths = squares.map((square, v) => {
      const own = effect.views[v as 0 | 1];
      return square + 2 * dot(own, base.views[v as 0 | 1]) + squareOf(own);
    });
    const scale = 1 / (Math.sqrt(Math.max(0, base.square + effect.square)) || 1);
    for (let c = 0; c < scores.length; c++)
      scores[c] =
        (head.intercept[c] as number) +
        scale * ((base.named[c] as number) + (effect.named[c] as number));
    for (const v of [0, 1] as const) {
      const share = scaleOf(lengths[v] as number);
      const own = base.viewScores[v];
      const more = effect.viewScores[v];
      for (let c = 0; c < scores.length; c++)
        scores[c] = (scores[c] as number) + share * ((own[c] as number) + (more[c] as number));
    }
    return goal.margin(scores);
  });
}

/** Sets of changes, grown and taken back one by one; changes are named by their index. */
export interface QuickSets {
  push(change: number): void;
  pop(): void;
  /** The margin of what was pushed and this one; exact when no two of them are tied, else near. */
  guess(change: number): number;
  /** True when two changes touch a term in common or stand side by side. */
  areTied(a: number, b: number): boolean;
}

/** The sums after what was pushed. */
interface Level {
  readonly named: Float64Array;
  square: number;
  readonly lengths: Float64Array;
  readonly viewScores: readonly [Float64Array, Float64Array];
}

export function createQuickSets(input: QuickInput, changes: readonly QuickChange[]): QuickSets {
  const { probe, goal, head } = input;
  const { classes, intercept } = head;
  const products = createProducts(input, changes);
  const { effectOf } = products;
  const n = changes.length;
  const tied = tiesBetween(changes);
  const scores = new Float64Array(classes);
  const base = probe.sums;
  const first: Level = { ...base, lengths: Float64Array.from(base.views.map(squareOf)) };
  const levels: Level[] = [first];
  const pushed: number[] = [];
  /** Squared length of a view once this change is made too. */
  const lengthWith = (v: 0 | 1, change: number): number => {
    let product = products.withBase(v, change);
    for (let i = 0; i < pushed.length; i++)
      product += products.between(v, pushed[i] as number, change);
    const { lengths } = levels[pushed.length] as Level;
    return (lengths[v] as number) + 2 * product + products.between(v, change, change);
  };
  return {
    push(change) {
      const from = levels[pushed.length] as Level;
      const to = levels[pushed.length + 1] ?? emptyLevel(classes);
      levels[pushed.length + 1] = to;
      const effect = effectOf(change);
      to.square = from.square + effect.square;
      addInto(to.named, from.named, effect.named);
      for (const v of [0, 1] as const) {
        to.lengths[v] = lengthWith(v, change);
        addInto(to.viewScores[v], from.viewScores[v], effect.viewScores[v]);
      }
      pushed.push(change);
    },
    pop: () => void pushed.pop(),
    guess(change) {
      const { named, square, viewScores } = levels[pushed.length] as Level;
      const effect = effectOf(change);
      const scale = 1 / (Math.sqrt(Math.max(0, square + effect.square)) || 1);
      const a = scaleOf(lengthWith(0, change));
      const b = scaleOf(lengthWith(1, change));
      for (let c = 0; c < classes; c++)
        scores[c] =
          (intercept[c] as number) +
          scale * ((named[c] as number) + (effect.named[c] as number)) +
          a * ((viewScores[0][c] as number) + (effect.viewScores[0][c] as number)) +
          b * ((viewScores[1][c] as number) + (effect.viewScores[1][c] as number));
      return goal.margin(scores);
    },
    areTied: (a, b) => tied[a * n + b] === 1,
  };
}

function emptyLevel(classes: number): Level {
  return {
    named: new Float64Array(classes),
    square: 0,
    lengths: new Float64Array(2),
    viewScores: [new Float64Array(classes), new Float64Array(classes)],
  };
}

/** Effects of single changes and the inner products of their views, each made when first asked for. */
function createProducts({ state, head, probe }: QuickInput, changes: readonly QuickChange[]) {
  const n = changes.length;
  const effects: ProbeSums[] = [];
  const pairs = [unknown(n * n), unknown(n * n)] as const;
  const bases = [unknown(n), unknown(n)] as const;
  const effectOf = (change: number): ProbeSums => {
    const known = effects[change];
    if (known) return known;
    const made = emptySums(state, head);
    for (const move of changes[change]?.moves ?? []) addMove(made, move, state, head);
    effects[change] = made;
    return made;
  };
  return {
    effectOf,
    withBase(v: 0 | 1, change: number): number {
      const known = bases[v][change] as number;
      if (!Number.isNaN(known)) return known;
      const made = dot(probe.sums.views[v], effectOf(change).views[v]);
      bases[v][change] = made;
      return made;
    },
    between(v: 0 | 1, a: number, b: number): number {
      const known = pairs[v][a * n + b] as number;
      if (!Number.isNaN(known)) return known;
      const made = dot(effectOf(a).views[v], effectOf(b).views[v]);
      pairs[v][a * n + b] = made;
      pairs[v][b * n + a] = made;
      return made;
    },
  };
}

/** Not a number = not computed yet. */
function unknown(length: number): Float64Array {
  return new Float64Array(length).fill(Number.NaN);
}

function tiesBetween(changes: readonly QuickChange[]): Uint8Array {
  const n = changes.length;
  const tied = new Uint8Array(n * n);
  const tie = (a: number, b: number): void => {
    tied[a * n + b] = 1;
    tied[b * n + a] = 1;
  };
  const byTerm = new Map<Move['term'], number[]>();
  const byPlace = new Map<number, number[]>();
  changes.forEach(({ position, moves }, i) => {
    for (const place of [position - 1, position, position + 1])
      for (const other of byPlace.get(place) ?? []) tie(i, other);
    byPlace.set(position, [...(byPlace.get(position) ?? []), i]);
    for (const { term } of moves) {
      const others = byTerm.get(term);
      if (!others) byTerm.set(term, [i]);
      else {
        for (const other of others) if (other !== i) tie(i, other);
        others.push(i);
      }
    }
  });
  return tied;
}

function addInto(target: Float64Array, a: Float64Array, b: Float64Array): void {
  for (let k = 0; k < target.length; k++) target[k] = (a[k] as number) + (b[k] as number);
}
