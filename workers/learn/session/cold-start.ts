/**
 * The first questions: a spread over the items by MaxHerding (Bae et al. 2024): each next item is the
 * one that most raises how well the items asked so far represent all others. Typical items first,
 * then what they leave uncovered; exact duplicates add nothing and are never asked twice.
 */
import { createRng, deriveSeed, shuffled } from '../../../src/domain/math/rng.ts';
import type { Features } from '../../../src/modalities/contract.ts';
import type { LearnSession } from './learn-session.ts';

/** Items among which the spread is chosen; more would cost the first question its quickness. */
const SAMPLE = 1_500;
/** Sharpness of the similarity exp(SHARPNESS * (cosine - 1)). */
const SHARPNESS = 4;
const MIN_QUESTIONS = 10;
const MAX_QUESTIONS = 60;
/** Rare classes may hide from any spread: after so many questions per class the strategy takes over. */
const QUESTIONS_PER_CLASS = 5;
const ANSWERS_PER_CLASS = 2;

const orders = new WeakMap<Features, readonly number[]>();

/** Rows in the order of the spread, or null once the strategy may ask. */
export function coldStartRows({ labels, encoded, state }: LearnSession): readonly number[] | null {
  const classes = labels.classIds.length;
  const counts = new Int32Array(classes);
  for (const { classes: own } of labels.training)
    for (const c of own) counts[c] = (counts[c] ?? 0) + 1;
  const isCovered = classes > 0 && counts.every((count) => count >= ANSWERS_PER_CLASS);
  const limit = Math.min(MAX_QUESTIONS, Math.max(MIN_QUESTIONS, QUESTIONS_PER_CLASS * classes));
  const asked = labels.training.length;
  if (asked >= limit || (isCovered && asked >= MIN_QUESTIONS)) return null;
  const known = orders.get(encoded.features);
  if (known) return known;
  const order = spreadOrder(encoded.features, state.project.seed, MAX_QUESTIONS * 2);
  orders.set(encoded.features, order);
  return order;
}

/** The first `count` rows of the spread; the same prefix whatever the count. */
export function spreadOrder(features: Features, seed: number, count: number): readonly number[] {
  const all = Array.from({ length: features.rows }, (_, row) => row);
  const rows = shuffled(all, createRng(deriveSeed(seed, 'spread'))).slice(0, SAMPLE);
  const similarity = similarities(features, rows);
  const n = rows.length;
  const covered = new Float32Array(n);
  const isTaken = new Uint8Array(n);
  const order: number[] = [];
  while (order.length < Math.min(count, n)) {
    const next = mostUseful(similarity, covered, isTaken);
    isTaken[next] = 1;
    order.push(rows[next] as number);
    for (let u = 0; u < n; u++)
      covered[u] = Math.max(covered[u] as number, similarity[next * n + u] as number);
  }
  return order;
}

function mostUseful(similarity: Float32Array, covered: Float32Array, isTaken: Uint8Array): number {
  const n = covered.length;
  let best = -1;
  let most = -1;
  for (let i = 0; i < n; i++) {
    if (isTaken[i]) continue;
    let gain = 0;
    for (let u = 0; u < n; u++) {
      const more = (similarity[i * n + u] as number) - (covered[u] as number);
      if (more > 0) gain += more;
    }
    if (gain > most) {
      most = gain;
      best = i;
    }
  }
  return best;
}

function similarities({ dense, denseDims }: Features, rows: readonly number[]): Float32Array {
  const n = rows.length;
  const norm = rows.map(
    (row) => Math.sqrt(dot(dense, row * denseDims, row * denseDims, denseDims)) || 1,
  );
  const result = new Float32Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const product = dot(
        dense,
        (rows[i] as number) * denseDims,
        (rows[j] as number) * denseDims,
        denseDims,
      );
      const cosine = product / ((norm[i] as number) * (norm[j] as number));
      const value = Math.exp(SHARPNESS * (cosine - 1));
      result[i * n + j] = value;
      result[j * n + i] = value;
    }
  }
  return result;
}

function dot(values: Float32Array, a: number, b: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += (values[a + k] as number) * (values[b + k] as number);
  return sum;
}
