/**
 * Scores of sets of changes from what each change does alone. Changes that touch different words
 * and pairs add up exactly: of the sums because they are sums, of the lengths of the views because
 * |v + a + b|^2 follows from the inner products, which are computed once.
 */
import type { LinearHead } from '../explain-contract.ts';
import type { Probe } from './probe.ts';

export interface QuickSums {
  /** Scores after these changes, [classes]; the array is reused. */
  scores(changes: readonly number[]): Float64Array;
  /** True when no two of the changes touch a term in common, so that the scores are exact. */
  isSure(changes: readonly number[]): boolean;
}

export interface QuickInput {
  readonly probe: Probe;
  readonly head: LinearHead;
  apply(change: number): void;
}

/** What one change adds to each sum, and the terms it touches. */
interface Delta {
  readonly named: Float64Array;
  readonly square: number;
  /** Words and spelling: the vector, its scores, its product with the text's own vector. */
  readonly views: readonly { vector: Float64Array; scores: Float64Array; withBase: number }[];
  readonly touched: ReadonlySet<string>;
  readonly products: Map<number, readonly [number, number]>;
}

export function createQuickSums({ probe, head, apply }: QuickInput): QuickSums {
  const { classes } = head;
  const base = probe.sums();
  const firsts = [0, base.views[0].length];
  const baseScores = base.views.map((view, v) => viewScores(view, head, firsts[v] as number));
  const baseSquares = base.views.map((view) => dot(view, view));
  const deltas = new Map<number, Delta>();
  const result = new Float64Array(classes);

  const deltaOf = (change: number): Delta => {
    const known = deltas.get(change);
    if (known) return known;
    apply(change);
    const after = probe.sums();
    const touched = probe.touched();
    probe.undo();
    const views = after.views.map((view, v) => {
      const own = base.views[v] as Float64Array;
      const vector = view.map((value, k) => value - (own[k] as number));
      const scores = viewScores(vector, head, firsts[v] as number);
      return { vector, scores, withBase: dot(vector, own) };
    });
    const named = after.named.map((value, c) => value - (base.named[c] as number));
    const square = after.square - base.square;
    const made = { named, square, views, touched, products: new Map() };
    deltas.set(change, made);
    return made;
  };
  const productsOf = (a: number, b: number): readonly [number, number] => {
    const [low, high] = a < b ? [a, b] : [b, a];
    const one = deltaOf(low);
    const known = one.products.get(high);
    if (known) return known;
    const other = deltaOf(high);
    const made = [0, 1].map((v) =>
      dot(one.views[v]?.vector as Float64Array, other.views[v]?.vector as Float64Array),
    ) as [number, number];
    one.products.set(high, made);
    return made;
  };

  return {
    isSure: (changes) =>
      changes.every((a, i) =>
        changes.slice(i + 1).every((b) => areApart(deltaOf(a).touched, deltaOf(b).touched)),
      ),
    scores(changes) {
      const own = changes.map(deltaOf);
      let square = base.square;
      for (const delta of own) square += delta.square;
      const scale = 1 / (Math.sqrt(Math.max(0, square)) || 1);
      for (let c = 0; c < classes; c++) {
        let named = base.named[c] as number;
        for (const delta of own) named += delta.named[c] as number;
        result[c] = (head.intercept[c] as number) + scale * named;
      }
      for (const v of [0, 1] as const) {
        let length = baseSquares[v] as number;
        own.forEach((delta, i) => {
          length += 2 * (delta.views[v]?.withBase ?? 0);
          for (let j = 0; j <= i; j++) {
            const product = productsOf(changes[i] as number, changes[j] as number)[v];
            length += i === j ? product : 2 * product;
          }
        });
        if (length < 1e-24) continue;
        const share = 1 / Math.sqrt(length);
        for (let c = 0; c < classes; c++) {
          let score = baseScores[v]?.[c] ?? 0;
          for (const delta of own) score += delta.views[v]?.scores[c] ?? 0;
          result[c] = (result[c] as number) + share * score;
        }
      }
      return result;
    },
  };
}

function viewScores(view: Float64Array, { classes, dense }: LinearHead, first: number) {
  const scores = new Float64Array(classes);
  view.forEach((value, k) => {
    const at = (first + k) * classes;
    for (let c = 0; c < classes; c++)
      scores[c] = (scores[c] as number) + value * (dense[at + c] as number);
  });
  return scores;
}

function areApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const name of a) if (b.has(name)) return false;
  return true;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}
