import { describe, expect, it } from 'vitest';
import { readAmount } from '../../../../src/rooms/classes/read-amount.ts';
import { points, sayFigure } from '../../../../src/rooms/quality/say-figure.ts';
import { sayGain } from '../../../../src/rooms/quality/say-gain.ts';
import {
  formatBudget,
  formatMinutes,
  formatMoney,
} from '../../../../src/rooms/shared/format-budget.ts';

describe('figures in words', () => {
  it('always have their n and interval', () => {
    expect(sayFigure({ value: 0.82, low: 0.74, high: 0.88, n: 1200 })).toBe(
      '82 % (74 % to 88 %, n = 1,200)',
    );
    expect(sayFigure(null)).toBe('–');
  });

  it('are told in whole points where they are large, in halves where they are small', () => {
    expect([0.0712, 0.0312, 0.0138, 0.002, -0.04].map(points)).toEqual([
      '7',
      '3',
      '1.5',
      '0',
      '-4',
    ]);
  });
});

describe('what more answers bring, in words', () => {
  const gain = { kind: 'gain', more: 50, n: 40, value: 0.02, band: [] } as const;
  it('says so with n', () => {
    expect(sayGain({ ...gain, low: 0.011, high: 0.03 })).toBe(
      '50 more answers are likely to bring 1 to 3 points (n = 40).',
    );
    expect(sayGain({ ...gain, low: 0.021, high: 0.019 })).toContain('about 2 points');
    expect(sayGain({ ...gain, low: 0, high: 0.001 })).toContain('less than half a point');
  });

  it('says what is missing', () => {
    expect(sayGain({ kind: 'few-audits', n: 3, needed: 20 })).toContain(
      'takes 20 random checks, and there are 3',
    );
    expect(sayGain({ kind: 'few-answers', labels: 12, needed: 40 })).toContain('there are 12');
    expect(sayGain({ kind: 'too-vague', n: 25, low: 0, high: 0.3 })).toContain('0 to 30 points');
  });
});

describe('amounts', () => {
  it('are read as people write them', () => {
    expect(['', ' ', '12', '0,5', '2.75'].map(readAmount)).toEqual([null, null, 12, 0.5, 2.75]);
    expect(
      ['-1', 'ten', '1.2.3', '1e9', '.5'].every((text) => Number.isNaN(readAmount(text))),
    ).toBe(true);
  });

  it('are said in their unit', () => {
    expect(formatBudget('answers', 1, '')).toBe('1 answer');
    expect(formatBudget('minutes', 45.4, '')).toBe('45 minutes');
    expect(formatBudget('money', 12.5, 'EUR')).toBe('12.50 EUR');
    expect(formatMinutes(0.2)).toBe('less than a minute');
    expect(formatMinutes(150)).toBe('2 h 30 min');
    expect(formatMoney(3, '')).toBe('3.00');
    expect(formatMoney(0.00512, 'EUR')).toBe('0.0051 EUR');
  });
});
