/** Alarms: each from what was seen, each with a way to go. */
import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../../src/domain/state.ts';
import { matches } from '../../../src/domain/trust/route-item.ts';
import { alarmsOf } from '../../../src/rooms/oversight/alarms.ts';
import { countOf, mistakes, occurring } from '../../../src/rooms/oversight/confusion-table.ts';
import { ruleFor, ruleGroups } from '../../../src/rooms/oversight/group-rule.ts';
import { workloadSaved } from '../../../src/rooms/oversight/workload.ts';
import type { DriftReport } from '../../../workers/api.ts';
import { A, B, startJournal } from '../domain/make.ts';

const state = foldEvents(startJournal().events);
if (!state) throw new Error('no project');

describe('alarms', () => {
  it('are silent where nothing happened', () => {
    expect(alarmsOf({ state, drift: null, log: null })).toEqual([]);
    expect(workloadSaved(state)).toEqual({ decided: 0, seconds: null });
  });

  it('tell of drift, and where to see it', () => {
    const tests = [{ isChanged: true }, { isChanged: false }];
    const drift = { isAlarm: true, tests } as unknown as DriftReport;
    expect(alarmsOf({ state, drift, log: null })).toMatchObject([
      { id: 'drift', tone: 'bad', go: { part: 'oversight-drift' } },
    ]);
    expect(alarmsOf({ state, drift: { ...drift, isAlarm: false }, log: null })).toEqual([]);
  });
});

it('the confusion table has the classes that occur, and mistakes with their share', () => {
  const cells = [
    { truth: A, said: A, itemIds: ['1', '2', '3'] },
    { truth: A, said: B, itemIds: ['4'] },
  ] as never;
  expect(occurring({ cells }, [B, A])).toEqual([B, A]);
  expect(countOf(cells, A)).toBe(4);
  expect(mistakes({ cells })).toMatchObject([{ all: 4, cell: { said: B } }]);
});

it('a rule for a group sends exactly its items to a person', () => {
  const groups = ['DE', '(empty)', '(others)'].map((group) => ({ group }));
  expect(ruleGroups({ groups, isCut: false } as never)).toEqual(['DE']);
  expect(ruleGroups({ groups, isCut: true } as never)).toEqual([]);
  const rule = ruleFor('country', 'DE', 'r1');
  expect(matches(rule, { text: '', fields: { country: 'DE' } } as never)).toBe(true);
  expect(matches(rule, { text: 'DE', fields: { country: 'FR' } } as never)).toBe(false);
});
