import { describe, expect, it } from 'vitest';
import { defineClasses } from '../../../../src/domain/classes.ts';
import type { ClassId } from '../../../../src/domain/records.ts';
import {
  formProblems,
  toDefinition,
  toExamples,
  toForm,
  toPatch,
} from '../../../../src/rooms/classes/class-form.ts';
import { fieldNames } from '../../../../src/rooms/classes/field-names.ts';

const classes = defineClasses([
  { id: 'a' as ClassId, name: 'toxic', goodExamples: ['you fool', 'go away'] },
  { id: 'b' as ClassId, name: 'fine' },
]);
const [toxic, fine] = classes as [(typeof classes)[0], (typeof classes)[0]];

describe('a class as a form', () => {
  it('comes back as it was', () => {
    expect(toDefinition(toForm(toxic), toxic.id)).toEqual(toxic);
    expect(toPatch(toForm(toxic), toxic)).toBeNull();
  });

  it('changes only what was changed', () => {
    expect(toPatch({ ...toForm(toxic), name: ' rude ' }, toxic)).toEqual({ name: 'rude' });
    expect(toPatch({ ...toForm(toxic), good: 'you fool\n\ngo away\nyou fool' }, toxic)).toBeNull();
    expect(toPatch({ ...toForm(toxic), bad: 'no, you' }, toxic)).toEqual({
      badExamples: ['no, you'],
    });
  });

  it('reads examples line by line', () => {
    expect(toExamples(' a \r\n\n b\na')).toEqual(['a', 'b']);
  });

  it('refuses a name or key that another class has, not its own', () => {
    expect(formProblems(toForm(toxic), classes, toxic.id)).toEqual({ name: null, key: null });
    const taken = { ...toForm(toxic), name: 'FINE', key: fine.key };
    const problems = formProblems(taken, classes, toxic.id);
    expect(problems.name).toContain('fine');
    expect(problems.key).toContain('fine');
  });
});

describe('extra fields', () => {
  it('are those of the items and those already shown', () => {
    expect(fieldNames([{ fields: { a: '1' } }, { fields: { b: '2', a: '3' } }], ['c'])).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});
