import { describe, expect, it } from 'vitest';
import type { ProjectSummary } from '../../../../src/domain/records.ts';
import { byLastOpened, isBackupName, progressOf } from '../../../../src/rooms/home/order.ts';
import type { ProjectRow } from '../../../../src/storage/api.ts';

const summary: ProjectSummary = {
  items: 10,
  answered: 3,
  given: 0,
  quality: null,
  lastOpenedAt: 0,
  lastBackupAt: null,
};
const row = (name: string, lastOpenedAt: number): ProjectRow =>
  ({
    id: name,
    project: { name, createdAt: 0 },
    summary: { ...summary, lastOpenedAt },
  }) as ProjectRow;

describe('the gallery', () => {
  it('has the last opened first', () => {
    const rows = byLastOpened([row('b', 1), row('c', 5), row('a', 1)]);
    expect(rows.map(({ project }) => project.name)).toEqual(['c', 'a', 'b']);
  });

  it('counts a project that was never opened from its creation', () => {
    const fresh = { ...row('new', 0), project: { name: 'new', createdAt: 9 } } as ProjectRow;
    expect(byLastOpened([row('old', 5), fresh])[0]?.id).toBe('new');
  });

  it('shows progress between nothing and all', () => {
    expect(progressOf(summary)).toBeCloseTo(0.3);
    expect(progressOf({ ...summary, items: 0, answered: 0 })).toBe(0);
    expect(progressOf({ ...summary, answered: 12 })).toBe(1);
  });

  it('knows a backup by its name', () => {
    expect(isBackupName('tweets-2026-01-02.HONE')).toBe(true);
    expect(isBackupName('tweets.csv')).toBe(false);
  });
});
