/**
 * A committee: what several models that fit the answers say of the same rows. Measures of how far
 * its members differ, in nats; several classes per item: the sums over the yes and no of each.
 */
import { type ClassShape, entropyAt } from './entropy-at.ts';
import type { Disagreement } from './strategy.ts';

export interface Committee extends ClassShape {
  readonly members: number;
  readonly rows: number;
  /** [members x rows x classes] */
  readonly probabilities: Float32Array;
}

/** Mean over the members, [classes], of the i-th row. */
export function consensusOf(committee: Committee, i: number): Float64Array {
  const { members, classes, probabilities } = committee;
  const mean = new Float64Array(classes);
  for (let k = 0; k < members; k++) {
    const start = startOf(committee, k, i);
    for (let c = 0; c < classes; c++)
      mean[c] = (mean[c] as number) + (probabilities[start + c] as number) / members;
  }
  return mean;
}

/** H(mean p): what the committee as a whole is in doubt about. In [0, ln C]. */
export function consensusEntropy(committee: Committee, i: number): number {
  return entropyAt(consensusOf(committee, i), 0, committee);
}

/**
 * H(mean p) - mean H(p): the mutual information between the answer and which member is right. In
 * [0, ln C]; 0 when all members say the same, however unsure.
 */
export function mutualInformation(committee: Committee, i: number): number {
  let mean = 0;
  for (let k = 0; k < committee.members; k++)
    mean += entropyAt(committee.probabilities, startOf(committee, k, i), committee);
  return Math.max(0, consensusEntropy(committee, i) - mean / committee.members);
}

/** Mean of KL(p_k || mean p) over the members; equals the mutual information. */
export function meanDivergence(committee: Committee, i: number): number {
  const { members, classes, mode, probabilities } = committee;
  const mean = consensusOf(committee, i);
  let sum = 0;
  for (let k = 0; k < members; k++) {
    const start = startOf(committee, k, i);
    for (let c = 0; c < classes; c++) {
      const p = probabilities[start + c] as number;
      const q = mean[c] as number;
      sum += divergenceTerm(p, q) + (mode === 'multi' ? divergenceTerm(1 - p, 1 - q) : 0);
    }
  }
  return Math.max(0, sum / members);
}

function divergenceTerm(p: number, q: number): number {
  return p > 0 && q > 0 ? p * Math.log(p / q) : 0;
}

/** How many members vote for each class (single: one vote each; multi: yes where p > 1/2), [classes]. */
export function votesOf(committee: Committee, i: number): Int32Array {
  const { members, classes, mode, probabilities } = committee;
  const votes = new Int32Array(classes);
  const add = (c: number): void => {
    votes[c] = (votes[c] as number) + 1;
  };
  for (let k = 0; k < members; k++) {
    const start = startOf(committee, k, i);
    let best = 0;
    for (let c = 0; c < classes; c++) {
      const p = probabilities[start + c] as number;
      if (mode === 'multi' && p > 0.5) add(c);
      if (p > (probabilities[start + best] as number)) best = c;
    }
    if (mode === 'single' && classes > 0) add(best);
  }
  return votes;
}

/** Entropy of the shares of the votes. In [0, ln min(C, members)]. */
export function voteEntropy(committee: Committee, i: number): number {
  const shares = Float64Array.from(votesOf(committee, i), (count) => count / committee.members);
  return entropyAt(shares, 0, committee);
}

/** The same in words' reach: who votes for what, and how far apart the members are. */
export function disagreementOf(committee: Committee, i: number): Disagreement {
  const { members, mode, probabilities } = committee;
  const all = Array.from(votesOf(committee, i), (count, classIndex) => ({ classIndex, count }));
  const distance = ({ count }: { count: number }): number => Math.abs(2 * count - members);
  const votes =
    mode === 'single'
      ? all.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
      : all.sort((a, b) => distance(a) - distance(b)).slice(0, 1);
  const first = votes[0]?.classIndex ?? 0;
  let low = 1;
  let high = 0;
  for (let k = 0; k < members; k++) {
    const p = probabilities[startOf(committee, k, i) + first] ?? 0;
    low = Math.min(low, p);
    high = Math.max(high, p);
  }
  return { members, votes, low, high };
}

function startOf({ rows, classes }: Committee, member: number, i: number): number {
  return (member * rows + i) * classes;
}
