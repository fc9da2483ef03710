/** The first questions follow a spread over the items (`../spread.ts`), until each class is known. */
import type { Features } from '../../../src/modalities/contract.ts';
import { spreadOrder } from '../spread.ts';
import type { LearnSession } from './learn-session.ts';

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
