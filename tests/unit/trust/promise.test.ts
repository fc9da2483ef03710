import { describe, expect, it } from 'vitest';
import { binomialTail } from '../../../src/domain/math/binomial.ts';
import { createRng, type Rng } from '../../../src/domain/math/rng.ts';
import type { ScoredAudit } from '../../../src/domain/trust/evidence.ts';
import { efficientCounts, thresholdFor } from '../../../src/domain/trust/promise.ts';

const RUNS = 200;
const PROMISED = { mostWrong: 0.05, certainty: 0.95 };

/** An overconfident model: what it calls 90 % sure is right in 82 %, and it is rarely less sure. */
const rightAt = (confidence: number): number => confidence - 0.8 * (1 - confidence);

function drawOne(rng: Rng): ScoredAudit {
  const confidence = 1 - 0.5 * rng.next() ** 2.5;
  return { confidence, isRight: rng.next() < rightAt(confidence) };
}

const MANY = 200_000;
const BY_CONFIDENCE = Array.from({ length: MANY }, (_, i) =>
  drawOne(createRng(i * 7_919 + 13)),
).sort((a, b) => b.confidence - a.confidence);
const ERRORS = new Int32Array(MANY + 1);
BY_CONFIDENCE.forEach(({ isRight }, i) => {
  ERRORS[i + 1] = (ERRORS[i] ?? 0) + (isRight ? 0 : 1);
});

/** True share of wrong answers among what is accepted above the threshold. */
function errorAbove(threshold: number): number {
  let low = 0;
  let high = MANY;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((BY_CONFIDENCE[middle]?.confidence ?? 0) > threshold) low = middle + 1;
    else high = middle;
  }
  return (ERRORS[low] ?? 0) / Math.max(1, low);
}

/** At most this many of the runs may break a promise kept with 95 %, else chance below 1 in 1,000. */
const mostBreaches = (): number => {
  let k = 0;
  while (binomialTail(k + 1, RUNS, 1 - PROMISED.certainty) > 0.001) k++;
  return k;
};

describe('a threshold from a promise', () => {
  it.each([150, 400, 1_000])('keeps it in enough of 200 projects with %i audits', (n) => {
    let breaches = 0;
    let kept = 0;
    for (let run = 0; run < RUNS; run++) {
      const rng = createRng(run + 1_000 * n);
      const result = thresholdFor(
        Array.from({ length: n }, () => drawOne(rng)),
        PROMISED,
      );
      if (result.kind === 'kept') {
        kept++;
        if (errorAbove(result.threshold) > PROMISED.mostWrong) breaches++;
      }
    }
    expect(breaches).toBeLessThanOrEqual(mostBreaches());
    expect(kept).toBeGreaterThan(0);
  });

  it('is tested where one more error is allowed', () => {
    // Wilks 1941: items among which 0, 1, 2 ... errors show 95 % right with 95 % certainty, as tabled for
    // non-parametric tolerance limits.
    expect(efficientCounts(320, PROMISED)).toEqual([
      59, 93, 124, 153, 181, 208, 234, 260, 286, 311,
    ]);
    expect(efficientCounts(58, PROMISED)).toEqual([]);
  });

  it('is not kept by a fixed threshold of 90 %, which knows nothing of the model', () => {
    expect(errorAbove(0.9)).toBeGreaterThan(PROMISED.mostWrong);
  });

  it('refuses while there is too little evidence, and says how much it takes', () => {
    const right = (n: number): ScoredAudit[] =>
      Array.from({ length: n }, (_, i) => ({ confidence: 1 - i / 1_000, isRight: true }));
    expect(thresholdFor(right(59), PROMISED)).toEqual({
      kind: 'too-little',
      audits: 59,
      needed: 60,
    });
    expect(thresholdFor(right(60), PROMISED)).toMatchObject({ kind: 'kept', accepted: 59 });
    expect(thresholdFor([], PROMISED)).toMatchObject({ kind: 'too-little', needed: 60 });
  });

  it('says when it cannot be shown, and whether more answers would help', () => {
    const audited = Array.from({ length: 100 }, (_, i) => ({
      confidence: 1 - i / 1_000,
      isRight: i !== 5,
    }));
    const result = thresholdFor(audited, PROMISED);
    expect(result).toMatchObject({ kind: 'not-shown', tested: 59, wrong: 1 });
    if (result.kind === 'not-shown') expect(result.needed).toBeGreaterThan(100);
    const bad = audited.map((one, i) => ({ ...one, isRight: i % 4 !== 0 }));
    expect(thresholdFor(bad, PROMISED)).toMatchObject({ kind: 'not-shown', needed: null });
  });

  it('accepts more where more may be wrong', () => {
    const rng = createRng(3);
    const audited = Array.from({ length: 600 }, () => drawOne(rng));
    const accepted = [0.03, 0.06, 0.12].map((mostWrong) => {
      const result = thresholdFor(audited, { mostWrong, certainty: 0.95 });
      return result.kind === 'kept' ? result.accepted : 0;
    });
    expect(accepted).toEqual([...accepted].sort((a, b) => a - b));
    expect(accepted[2]).toBeGreaterThan(accepted[0] ?? 0);
  });
});
