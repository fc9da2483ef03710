import { describe, expect, it } from 'vitest';
import { defineClass, defineClasses, RESERVED_KEYS } from '../../../src/domain/classes.ts';
import { MAX_DURATION_MS } from '../../../src/domain/events.ts';
import type { ClassId } from '../../../src/domain/records.ts';
import { A, B, item, startJournal } from './make.ts';

const common = { durationMs: 1, question: null, proposal: null };

describe('commands refuse in plain words', () => {
  it.each([
    [{ type: 'rename-project', name: '  ' }, /needs a name/],
    [{ type: 'change-settings', patch: { auditShare: 0.9 } }, /between 0 and 50 %, not 90 %/],
    [{ type: 'undo' }, /nothing to undo/],
    [{ type: 'redo' }, /nothing to redo/],
    [{ type: 'merge-classes', from: A, into: A }, /into itself/],
    [{ type: 'change-class', classId: A, patch: { key: 'u' } }, /already does something else/],
    [{ type: 'change-class', classId: A, patch: { key: '2' } }, /already answers “banana”/],
    [
      { type: 'change-class', classId: A, patch: { name: 'BANANA' } },
      /already a class named “banana”/,
    ],
    [
      { type: 'answer-item', itemId: item(1), classes: [], ...common },
      /exactly one class per item, not 0/,
    ],
    [
      { type: 'answer-item', itemId: item(1), classes: ['nobody' as ClassId], ...common },
      /nobody is not in use/,
    ],
    [{ type: 'unflag-item', itemId: item(1) }, /not flagged/],
    [{ type: 'restore-class', classId: A }, /not retired/],
  ] as const)('%j', (command, words) => {
    expect(startJournal().refusal(command)).toMatch(words);
  });

  it('does all of several together or none', () => {
    const journal = startJournal();
    const good = { type: 'answer-item', itemId: item(1), classes: [A], ...common } as const;
    const bad = { ...good, classes: ['nobody' as ClassId] };
    expect(journal.refusal({ type: 'together', commands: [good, bad] })).toMatch(/nobody/);
    const [alone] = journal.run({ type: 'together', commands: [good] });
    expect(alone).not.toHaveProperty('batch');
  });

  it('caps the time of a decision', () => {
    const journal = startJournal();
    journal.run({ type: 'answer-item', itemId: item(1), classes: [A], ...common, durationMs: 9e9 });
    expect(journal.state().labels.get(item(1))?.durationMs).toBe(MAX_DURATION_MS);
  });

  it('brings a retired class back without the key that was taken meanwhile', () => {
    const journal = startJournal();
    journal.run({ type: 'retire-class', classId: A });
    journal.run({ type: 'change-class', classId: B, patch: { key: '1' } });
    journal.run({ type: 'restore-class', classId: A });
    expect(journal.state().project.classes.find(({ id }) => id === A)?.key).toBe('');
  });
});

describe('defining classes', () => {
  it('gives each a key of its own that means nothing else, as long as there are any', () => {
    const drafts = Array.from({ length: 60 }, (_, n) => ({
      id: `c${n}` as ClassId,
      name: `class ${n}`,
    }));
    const keys = defineClasses(drafts)
      .map(({ key }) => key)
      .filter((key) => key !== '');
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.some((key) => RESERVED_KEYS.has(key))).toBe(false);
    expect(keys.slice(0, 3)).toEqual(['1', '2', '3']);
  });

  it('takes the least used colour', () => {
    const classes = defineClasses([
      { id: A, name: 'a' },
      { id: B, name: 'b' },
    ]);
    expect(defineClass({ id: 'c' as ClassId, name: 'c' }, classes).colour).toBe(2);
  });
});
