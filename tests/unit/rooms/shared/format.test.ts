import { describe, expect, it } from 'vitest';
import { confirmsName } from '../../../../src/rooms/shared/confirms-name.ts';
import { seedOf } from '../../../../src/rooms/shared/create-project.ts';
import { toFileName, toProjectName } from '../../../../src/rooms/shared/file-name.ts';
import { formatBytes } from '../../../../src/rooms/shared/format-bytes.ts';
import { formatPlural, formatShare } from '../../../../src/rooms/shared/format-number.ts';
import { formatQuality } from '../../../../src/rooms/shared/format-quality.ts';
import { formatAgo, formatFileDate } from '../../../../src/rooms/shared/format-time.ts';

describe('numbers in words', () => {
  it('writes sizes as file managers do', () => {
    expect(formatBytes(0)).toBe('0 bytes');
    expect(formatBytes(999)).toBe('999 bytes');
    expect(formatBytes(1532)).toBe('1.5 kB');
    expect(formatBytes(41_800_000)).toBe('42 MB');
    expect(formatBytes(Number.NaN)).toBe('');
    expect(formatBytes(-1)).toBe('');
  });

  it('counts one and many', () => {
    expect(formatPlural(1, 'item', 'items')).toBe('1 item');
    expect(formatPlural(24_783, 'item', 'items')).toBe('24,783 items');
    expect(formatShare(0.834)).toBe('83%');
  });

  it('never gives quality without its interval and sample', () => {
    expect(formatQuality(null)).toBe('not measured yet');
    expect(formatQuality({ value: 0, low: 0, high: 1, n: 0 })).toBe('not measured yet');
    expect(formatQuality({ value: 0.834, low: 0.72, high: 0.91, n: 60 })).toBe(
      '83% right (72% to 91%, from 60 random checks)',
    );
  });
});

describe('moments in words', () => {
  const now = Date.UTC(2026, 4, 20, 12);
  it.each([
    [now - 20_000, 'just now'],
    [now - 5 * 60_000, '5 minutes ago'],
    [now - 3 * 3_600_000, '3 hours ago'],
    [now - 26 * 3_600_000, 'yesterday'],
  ])('%d', (at, words) => {
    expect(formatAgo(at, now)).toBe(words);
  });

  it('gives a date for long ago and for a clock that was wrong', () => {
    expect(formatAgo(now - 90 * 86_400_000, now)).toContain('2026');
    expect(formatAgo(now + 86_400_000, now)).toContain('2026');
    expect(formatFileDate(now)).toBe('2026-05-20');
  });
});

describe('names', () => {
  it('are safe for every file system', () => {
    expect(toFileName('Toxic? (v2) / ../x')).toBe('toxic-v2-x');
    expect(toFileName('???')).toBe('project');
    expect(toFileName('日本語')).toBe('日本語');
  });

  it('come from the file', () => {
    expect(toProjectName('folder/2024_reviews-final.csv')).toBe('2024 reviews final');
    expect(toProjectName('.txt')).toBe('');
  });

  it('confirm only when typed', () => {
    expect(confirmsName(' Tweets ', 'Tweets')).toBe(true);
    expect(confirmsName('tweets', 'Tweets')).toBe(false);
    expect(confirmsName('', '')).toBe(false);
  });
});

describe('the seed of a project', () => {
  it('is a whole number in 32 bits, the same for the same id', () => {
    for (const id of ['', '01J0000000000000000000000A', 'x'.repeat(500)]) {
      const seed = seedOf(id);
      expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true);
      expect(seedOf(id)).toBe(seed);
    }
    expect(seedOf('a')).not.toBe(seedOf('b'));
  });
});
