import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Committee,
  consensusEntropy,
  disagreementOf,
  meanDivergence,
  mutualInformation,
  voteEntropy,
} from '../../../src/domain/query/committee.ts';
import { expectedInformation, jointOf } from '../../../src/domain/query/expected-information.ts';
import { queryStrategies } from '../../../src/domain/query/index.ts';
import { inputWith } from './make.ts';

/** [members][rows][classes] */
function committeeOf(values: number[][][], mode: 'single' | 'multi' = 'single'): Committee {
  return {
    members: values.length,
    rows: values[0]?.length ?? 0,
    classes: values[0]?.[0]?.length ?? 0,
    mode,
    probabilities: Float32Array.from(values.flat(2)),
  };
}

const all = (committee: Committee, measure: (committee: Committee, i: number) => number) =>
  Array.from({ length: committee.rows }, (_, i) => measure(committee, i));

const committeeArbitrary = fc
  .record({
    members: fc.integer({ min: 1, max: 6 }),
    classes: fc.integer({ min: 2, max: 5 }),
    mode: fc.constantFrom('single' as const, 'multi' as const),
    values: fc.array(fc.float({ min: Math.fround(1e-3), max: 1, noNaN: true }), {
      minLength: 30,
      maxLength: 30,
    }),
  })
  .map(({ members, classes, mode, values }) =>
    committeeOf(
      Array.from({ length: members }, (_, k) => {
        const own = values.slice(k * classes, (k + 1) * classes);
        const sum = own.reduce((a, b) => a + b, 0);
        return [own.map((value) => (mode === 'single' ? value / sum : value * 0.999))];
      }),
      mode,
    ),
  );

describe('worked examples', () => {
  // The same numbers as scikit-activeml, pool/tests/test_query_by_committee.py.
  const pair = committeeOf([
    [
      [0.3, 0.7],
      [0.4, 0.6],
    ],
    [
      [0.2, 0.8],
      [0.5, 0.5],
    ],
  ]);

  it('BALD and mean divergence', () => {
    const [first, second] = all(pair, mutualInformation);
    expect(first).toBeCloseTo(0.0067017818, 6);
    expect(second).toBeCloseTo(0.0050593899, 6);
    expect(all(pair, meanDivergence)[0]).toBeCloseTo(0.0067017818, 6);
    expect(all(pair, meanDivergence)[1]).toBeCloseTo(0.0050593899, 6);
  });

  it('BALD of two members that are opposed, both unsure, nearly agreed', () => {
    const of = (a: number[], b: number[]): number => mutualInformation(committeeOf([[a], [b]]), 0);
    expect(of([0.9, 0.1], [0.1, 0.9])).toBeCloseTo(0.3680642072, 6);
    expect(of([0.5, 0.5], [0.5, 0.5])).toBeCloseTo(0, 12);
    expect(of([0.9, 0.1], [0.7, 0.3])).toBeCloseTo(0.0324287858, 6);
  });

  it('consensus entropy', () => {
    const [first, second] = all(pair, consensusEntropy);
    expect(first).toBeCloseTo(0.5623351446, 6);
    expect(second).toBeCloseTo(0.6881388137, 6);
  });

  it('vote entropy of the votes 012, 001 and 222', () => {
    const vote = (c: number): number[] => [0, 1, 2].map((own) => (own === c ? 0.8 : 0.1));
    const votes = committeeOf(
      [
        [0, 0, 2],
        [1, 0, 2],
        [2, 1, 2],
      ].map((own) => own.map(vote)),
    );
    const [first, second, third] = all(votes, voteEntropy);
    expect(first).toBeCloseTo(1.0986122887, 9);
    expect(second).toBeCloseTo(0.6365141683, 9);
    expect(third).toBe(0);
  });
});

describe('expected predictive information gain: worked example', () => {
  const rows = committeeOf([
    [
      [0.9, 0.1],
      [0.5, 0.5],
      [0.9, 0.1],
    ],
    [
      [0.1, 0.9],
      [0.5, 0.5],
      [0.7, 0.3],
    ],
  ]);
  const target = [[0.8, 0.2]];
  const other = [[0.4, 0.6]];

  it('gives the joint of the first row and the scores of all three', () => {
    const targets = committeeOf([target, other]);
    const joint = [...jointOf(rows, 0, targets, 0)];
    for (const [i, value] of [0.38, 0.12, 0.22, 0.28].entries())
      expect(joint[i]).toBeCloseTo(value, 6);
    const gains = expectedInformation(rows, targets);
    expect(gains[0]).toBeCloseTo(0.0545068028, 6);
    expect(gains[1]).toBeCloseTo(0, 6);
    expect(gains[2]).toBeCloseTo(0.0051316404, 6);
  });

  it('halves when half the targets have nothing to tell', () => {
    const targets = committeeOf([
      [...target, [0.6, 0.4]],
      [...other, [0.6, 0.4]],
    ]);
    const gains = expectedInformation(rows, targets);
    expect(gains[0]).toBeCloseTo(0.0272534014, 6);
    expect(gains[2]).toBeCloseTo(0.0025658202, 6);
  });
});

describe('properties', () => {
  it('mutual information is the mean divergence, never negative, at most the consensus entropy', () => {
    fc.assert(
      fc.property(committeeArbitrary, (committee) => {
        const information = mutualInformation(committee, 0);
        const most = committee.mode === 'single' ? Math.log(committee.classes) : Number.MAX_VALUE;
        expect(information).toBeCloseTo(meanDivergence(committee, 0), 5);
        expect(information).toBeGreaterThanOrEqual(0);
        expect(information).toBeLessThanOrEqual(consensusEntropy(committee, 0) + 1e-12);
        expect(consensusEntropy(committee, 0)).toBeLessThanOrEqual(most + 1e-6);
        expect(voteEntropy(committee, 0)).toBeLessThanOrEqual(
          committee.mode === 'single' ? Math.log(committee.members) + 1e-9 : Number.MAX_VALUE,
        );
      }),
    );
  });

  it('members that are one and the same know no disagreement', () => {
    const same = committeeOf([0, 1, 2].map(() => [[0.2, 0.5, 0.3]]));
    expect(mutualInformation(same, 0)).toBeCloseTo(0, 9);
    expect(voteEntropy(same, 0)).toBe(0);
    expect(expectedInformation(same, same)[0]).toBeCloseTo(0, 6);
  });

  it('several classes: a class nobody doubts adds nothing', () => {
    const two = committeeOf([[[0.9, 0]], [[0.1, 0]]], 'multi');
    const one = committeeOf([[[0.9]], [[0.1]]], 'multi');
    expect(mutualInformation(two, 0)).toBeCloseTo(mutualInformation(one, 0), 9);
    expect(expectedInformation(two, two)[0]).toBeCloseTo(
      expectedInformation(one, one)[0] as number,
      9,
    );
    expect(mutualInformation(one, 0)).toBeCloseTo(0.3680642072, 6);
  });
});

describe('what the members say', () => {
  it('counts votes, most first, and says how far apart they are', () => {
    const committee = committeeOf([[[0.2, 0.8]], [[0.4, 0.6]], [[0.7, 0.3]]]);
    const said = disagreementOf(committee, 0);
    expect(said.votes).toEqual([
      { classIndex: 1, count: 2 },
      { classIndex: 0, count: 1 },
    ]);
    expect([said.low, said.high].map((p) => p.toFixed(2))).toEqual(['0.30', '0.80']);
  });

  it('names the class that is disputed most where there may be several', () => {
    const committee = committeeOf([[[0.9, 0.6]], [[0.8, 0.4]]], 'multi');
    expect(disagreementOf(committee, 0).votes).toEqual([{ classIndex: 1, count: 1 }]);
  });

  it('goes with the row that it is about', () => {
    const opposed = [0.9, 0.1, 0.5, 0.5, 0.1, 0.9, 0.5, 0.5];
    const sample = (rows: Int32Array, members: number): Float32Array => {
      const result = new Float32Array(members * rows.length * 2);
      for (let k = 0; k < members; k++)
        rows.forEach((row, i) => {
          const at = ((k % 2) * 2 + row) * 2;
          result.set(opposed.slice(at, at + 2), (k * rows.length + i) * 2);
        });
      return result;
    };
    const input = inputWith([0.5, 0.5, 0.5, 0.5], { classes: 2 });
    const posterior = { ...input.posterior, sample };
    for (const id of ['vote-entropy', 'committee-divergence', 'bald'] as const) {
      const [first] = queryStrategies[id].rank({ ...input, posterior });
      expect(first?.row).toBe(0);
      const { why } = first ?? {};
      expect(why).toMatchObject({ kind: 'disagree' });
      if (why?.kind === 'disagree')
        expect(why.votes.map(({ count }) => count)).toEqual([why.members / 2, why.members / 2]);
    }
  });
});
