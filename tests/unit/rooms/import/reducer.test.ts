import { describe, expect, it } from 'vitest';
import type { ProjectId } from '../../../../src/domain/records.ts';
import { toPlan } from '../../../../src/rooms/import/plan.ts';
import { problems } from '../../../../src/rooms/import/problems.ts';
import { type Change, reduce } from '../../../../src/rooms/import/reducer.ts';
import { scanKey } from '../../../../src/rooms/import/scan-key.ts';
import { startState, type WizardState } from '../../../../src/rooms/import/state.ts';
import { previewOf } from './preview-of.ts';

const run = (...changes: readonly Change[]): WizardState =>
  changes.reduce(reduce, startState(null));
const source: Change = {
  type: 'sources',
  sources: [{ name: 'tweets.csv', blob: new Blob(['x']) }],
  name: 'tweets',
};
const previewed = (cells: readonly string[]): Change => ({
  type: 'previewed',
  preview: previewOf({
    text: { guess: 'content', cells: cells.map((cell) => `about ${cell}`) },
    label: { guess: 'label', cells },
  }),
});
const scanned = (...values: readonly string[]): Change => ({
  type: 'scanned',
  scan: { labels: values.map((value) => ({ value, count: 1 })), rows: 10, truncated: false },
});

describe('the import room as a state machine', () => {
  it('goes from a file to a plan', () => {
    const state = run(source, previewed(['a', 'b']), scanned('a', 'b'));
    expect(problems(state)).toEqual([]);
    expect(toPlan(state, 'p' as ProjectId, {})).toMatchObject({
      roles: { text: 'content', label: 'label' },
      labelSeparator: null,
      duplicates: 'skip',
    });
  });

  it('says what is missing', () => {
    expect(problems(run())).toHaveLength(1);
    const noLabels = run(
      source,
      previewed(['a']),
      { type: 'role', column: 'label', role: 'field' },
      { type: 'scan-dropped' },
    );
    expect(problems(noLabels).join(' ')).toContain('two classes');
    const typed = reduce(noLabels, { type: 'typed', text: 'yes\nno' });
    expect(problems(typed)).toEqual([]);
    expect(problems(reduce(typed, { type: 'name', name: '  ' })).join(' ')).toContain('name');
    expect(
      problems(reduce(typed, { type: 'role', column: 'text', role: 'ignore' })).join(' '),
    ).toContain('text to label');
  });

  it('refuses two classes that want one key, and a key that means something else', () => {
    const state = run(source, previewed(['a']), scanned('a', 'b'));
    const clash = reduce(state, { type: 'draft', id: 'value:b', patch: { key: '1' } });
    expect(problems(clash).join(' ')).toContain('“1”');
    const reserved = reduce(state, { type: 'draft', id: 'value:b', patch: { key: 'u' } });
    expect(problems(reserved).join(' ')).toContain('“u”');
  });

  it('waits for the scan and refuses a column that is no label', () => {
    const waiting = run(source, previewed(['a', 'b']), { type: 'scan-started' });
    expect(problems(waiting)[0]).toContain('still being read');
    const many = Array.from({ length: 300 }, (_, index) => `value ${index}`);
    expect(problems(run(source, previewed(['a']), scanned(...many))).join(' ')).toContain('300');
  });

  it('takes cells with recurring parts for several labels', () => {
    const state = run(source, previewed(['a;b', 'b;c', 'a']));
    expect(state.mode).toBe('multi');
    expect(state.separator).toBe(';');
    expect(toPlan(state, 'p' as ProjectId, {}).labelSeparator).toBe(';');
  });

  it('starts afresh with another file, but keeps typed classes', () => {
    const state = run(source, previewed(['a']), scanned('a'), { type: 'typed', text: 'other' });
    const next = reduce(state, { ...source, name: 'second' });
    expect(next.drafts.map((draft) => draft.name)).toEqual(['other']);
    expect(next.roles).toEqual({});
    expect(next.name).toBe('second');
  });

  it('ignores progress that comes after the end', () => {
    const state = run(source, { type: 'run-cancelled' });
    const late: Change = {
      type: 'progress',
      progress: { bytesRead: 1, bytesTotal: 2, added: 1, duplicates: 0, rejected: 0 },
    };
    expect(reduce(state, late)).toBe(state);
  });

  it('scans again exactly when columns, separator or reading change', () => {
    const state = run(source, previewed(['a;b', 'b;c', 'a']));
    const key = scanKey(state);
    expect(key).not.toBeNull();
    expect(scanKey(reduce(state, { type: 'name', name: 'x' }))).toBe(key);
    expect(scanKey(reduce(state, { type: 'separator', separator: '|' }))).not.toBe(key);
    expect(scanKey(reduce(state, { type: 'role', column: 'label', role: 'field' }))).toBeNull();
    expect(scanKey(reduce(state, { type: 'options', patch: { delimiter: ';' } }))).toBeNull();
  });
});
