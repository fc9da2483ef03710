/** Expected predictive information gain of one row about others, from draws of the model. */
import type { Committee } from './committee.ts';
import { binaryEntropy, entropyTerm } from './entropy-at.ts';

/** Entropy of a table of joint probabilities, in nats. */
export function jointEntropy(joint: Float64Array): number {
  let sum = 0;
  for (const p of joint) sum += entropyTerm(p);
  return sum;
}

/**
 * p(y, y*) = mean_k p_k(y | x) p_k(y* | x*), [classes x classes], of the i-th row of one committee
 * and the j-th of another with the same members.
 */
export function jointOf(a: Committee, i: number, b: Committee, j: number): Float64Array {
  const { members, classes } = a;
  const joint = new Float64Array(classes * classes);
  for (let k = 0; k < members; k++) {
    const own = (k * a.rows + i) * classes;
    const other = (k * b.rows + j) * classes;
    for (let y = 0; y < classes; y++) {
      const p = (a.probabilities[own + y] as number) / members;
      for (let z = 0; z < classes; z++) {
        const at = y * classes + z;
        joint[at] = (joint[at] as number) + p * (b.probabilities[other + z] as number);
      }
    }
  }
  return joint;
}

/**
 * Mean over the targets of H(y) + H(y*) - H(y, y*), in nats, of every row: how much the answer to it
 * is expected to tell about theirs. Several classes per item: each class for itself, summed.
 */
export function expectedInformation(rows: Committee, targets: Committee): Float64Array {
  const gain = rows.mode === 'multi' ? binaryGain : classGain;
  const ownEntropies = marginalEntropies(rows);
  const targetEntropies = marginalEntropies(targets);
  return Float64Array.from({ length: rows.rows }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < targets.rows; j++) {
      const apart = (ownEntropies[i] as number) + (targetEntropies[j] as number);
      sum += Math.max(0, apart - gain(rows, i, targets, j));
    }
    return targets.rows === 0 ? 0 : sum / targets.rows;
  });
}

type JointEntropy = (a: Committee, i: number, b: Committee, j: number) => number;

const classGain: JointEntropy = (a, i, b, j) => jointEntropy(jointOf(a, i, b, j));

const binaryGain: JointEntropy = (a, i, b, j) => {
  const { members, classes } = a;
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    let both = 0;
    let own = 0;
    let other = 0;
    for (let k = 0; k < members; k++) {
      const p = a.probabilities[(k * a.rows + i) * classes + c] as number;
      const q = b.probabilities[(k * b.rows + j) * classes + c] as number;
      both += (p * q) / members;
      own += p / members;
      other += q / members;
    }
    const neither = Math.max(0, 1 - own - other + both);
    sum += entropyTerm(both) + entropyTerm(own - both) + entropyTerm(other - both);
    sum += entropyTerm(neither);
  }
  return sum;
};

/** H of the mean prediction of each row. */
function marginalEntropies({
  members,
  rows,
  classes,
  mode,
  probabilities,
}: Committee): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => {
    let sum = 0;
    for (let c = 0; c < classes; c++) {
      let mean = 0;
      for (let k = 0; k < members; k++)
        mean += (probabilities[(k * rows + i) * classes + c] as number) / members;
      sum += mode === 'multi' ? binaryEntropy(mean) : entropyTerm(mean);
    }
    return sum;
  });
}
