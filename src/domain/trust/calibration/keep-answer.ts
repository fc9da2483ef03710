/**
 * No calibration changes an answer: what the model proposes is the head's business, how sure it may
 * say it is, that of calibration. Where other classes would come first, they and the answer share what
 * they have together equally: the nearest probabilities, in squares, in which the answer is not beaten.
 */

/** By so much the answer leads a tie, so that whoever sorts finds it first. */
const LEAD = 1e-9;

/** `probabilities` sum to 1 and go on to; `answer` is the index that stays the most probable. */
export function keepAnswer(probabilities: readonly number[], answer: number): number[] {
  const ahead = [...probabilities.keys()]
    .filter(
      (c) => c !== answer && (probabilities[c] as number) >= (probabilities[answer] as number),
    )
    .sort((a, b) => (probabilities[b] as number) - (probabilities[a] as number));
  if (ahead.length === 0) return [...probabilities];
  let sum = probabilities[answer] ?? 0;
  let count = 1;
  for (const c of ahead) {
    // Largest first: those that lie below the mean of the others are not ahead any more.
    if ((probabilities[c] as number) < sum / count) break;
    sum += probabilities[c] as number;
    count += 1;
  }
  const share = sum / count;
  const tied = new Set(ahead.slice(0, count - 1));
  return probabilities.map((p, c) => {
    if (c === answer) return share + LEAD * (count - 1);
    return tied.has(c) ? share - LEAD : p;
  });
}

/** A yes or no keeps its side of a half: above it for yes, at most a half for no. */
export function keepSide(p: number, isYes: boolean): number {
  return isYes ? Math.max(p, 0.5 + LEAD) : Math.min(p, 0.5);
}
