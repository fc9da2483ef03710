import { describe, expect, it } from 'vitest';
import { raceCsv } from '../../../../src/rooms/classroom/race/csv.ts';
import { curvesOf } from '../../../../src/rooms/classroom/race/curves.ts';
import { createFrames } from '../../../../src/rooms/classroom/race/frames.ts';
import type { RaceFrame } from '../../../../workers/api.ts';

const frame = (part: Partial<RaceFrame>): RaceFrame => ({
  kind: 'frame',
  run: 0,
  lane: 0,
  labels: 1,
  row: 0,
  said: [0],
  right: 0.5,
  macroF1: 0.4,
  raster: null,
  ...part,
});

const OPTIONS = { lanes: 1, labels: 2, test: 100, measure: 'right' as const };

describe('learning curves', () => {
  it('are the mean of the runs with the middle four fifths of them', () => {
    const frames = createFrames();
    const values = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
    for (const [run, right] of values.entries())
      for (const labels of [1, 2]) frames.add(frame({ run, labels, right }));
    const [[first] = []] = curvesOf({ ...OPTIONS, frames, seeds: 10 });
    // Type 7 quantiles of 0.1 ... 1.0: 0.1 + 0.9 * 0.1 = 0.19, and 0.91 from above.
    expect(first?.value).toBeCloseTo(0.55);
    expect(first?.low).toBeCloseTo(0.19);
    expect(first?.high).toBeCloseTo(0.91);
    expect(first?.runs).toBe(10);
  });

  it('count another run once it is whole', () => {
    const frames = createFrames();
    for (const labels of [1, 2]) frames.add(frame({ labels, right: 0.2 }));
    frames.add(frame({ run: 1, labels: 1, right: 0.8 }));
    const before = curvesOf({ ...OPTIONS, frames, seeds: 2 });
    expect(before[0]?.map(({ value, runs }) => [value, runs])).toEqual([
      [0.2, 1],
      [0.2, 1],
    ]);
    frames.add(frame({ run: 1, labels: 2, right: 0.8 }));
    const after = curvesOf({ ...OPTIONS, frames, seeds: 2 });
    expect(after[0]?.map(({ value, runs }) => [value, runs])).toEqual([
      [0.5, 2],
      [0.5, 2],
    ]);
  });

  it('of one run carry the interval of its test, and none for F1', () => {
    const frames = createFrames();
    frames.add(frame({ right: 0.5 }));
    const [[share] = []] = curvesOf({ ...OPTIONS, labels: 1, frames, seeds: 1 });
    // Wilson at 50 of 100: 0.404 to 0.596.
    expect(share?.low).toBeCloseTo(0.4038, 3);
    expect(share?.high).toBeCloseTo(0.5962, 3);
    const f1 = { ...OPTIONS, labels: 1, frames, seeds: 1, measure: 'macro-f1' as const };
    expect(curvesOf(f1)[0]?.[0]).toEqual({ labels: 1, value: 0.4, runs: 1 });
  });
});

describe('the numbers as CSV', () => {
  it('have a row for each answer, with n, quoted where needed', () => {
    const text = raceCsv({
      frames: [frame({ said: [1] }), frame({ run: 1, row: 4, said: [0, 1], right: 0.25 })],
      seed: 7,
      lanes: [{ strategy: 'margin', start: 'spread' }],
      classNames: ['fine', '=toxic, "or worse"'],
      test: 500,
    });
    expect(text).toBe(
      'seed,strategy,start,labels,item,answer,test_right,test_macro_f1,test_n\r\n' +
        `7,margin,spread,1,1,"'=toxic, ""or worse""",0.5000,0.4000,500\r\n` +
        '8,margin,spread,1,5,"fine|=toxic, ""or worse""",0.2500,0.4000,500\r\n',
    );
  });
});
