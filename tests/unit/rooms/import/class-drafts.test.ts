import { describe, expect, it } from 'vitest';
import type { ClassDefinition, ClassId } from '../../../../src/domain/records.ts';
import {
  draftsFromLines,
  draftsFromScan,
  existingFor,
  patchDraft,
  resolveClasses,
} from '../../../../src/rooms/import/class-drafts.ts';

const nothing = { previous: [], existing: [] };
const scan = (...values: readonly string[]) => ({
  labels: values.map((value, index) => ({ value, count: 10 - index })),
  rows: 100,
  truncated: false,
});
const live = (id: string, name: string, more: Partial<ClassDefinition> = {}): ClassDefinition => ({
  id: id as ClassId,
  name,
  colour: 0,
  key: '',
  description: '',
  goodExamples: [],
  badExamples: [],
  retired: false,
  mergedInto: null,
  ...more,
});
const counter = () => {
  let next = 0;
  return () => `new-${++next}`;
};

describe('classes before the import', () => {
  it('gives every label of the file a colour and a key of its own', () => {
    const drafts = draftsFromScan(scan('a', 'b', 'c'), nothing);
    expect(drafts.map((draft) => draft.key)).toEqual(['1', '2', '3']);
    expect(new Set(drafts.map((draft) => draft.colour)).size).toBe(3);
  });

  it('keeps what was edited when the file is scanned again', () => {
    const first = draftsFromScan(scan('0', '1'), nothing);
    const edited = patchDraft(first, 'value:0', { name: 'fine', key: 'x' });
    const again = draftsFromScan(scan('1', '0', '2'), { previous: edited, existing: [] });
    expect(again.find((draft) => draft.value === '0')).toMatchObject({ name: 'fine', key: 'x' });
    expect(new Set(again.map((draft) => draft.key)).size).toBe(3);
  });

  it('takes typed lines once, whatever their case and space', () => {
    const drafts = draftsFromLines(' Toxic \n\ntoxic\nfine', nothing);
    expect(drafts.map((draft) => draft.name)).toEqual(['Toxic', 'fine']);
  });

  it('makes one class of two labels with the same name', () => {
    const drafts = patchDraft(draftsFromScan(scan('a', 'b'), nothing), 'value:b', { name: 'A ' });
    const { additions, byValue } = resolveClasses(drafts, [], counter());
    expect(additions).toHaveLength(1);
    expect(byValue).toEqual({ a: 'new-1', b: 'new-1' });
  });

  it('maps labels on the classes of a live project, through merges', () => {
    const existing = [
      live('1', 'Toxic', { key: '1' }),
      live('2', 'rude', { mergedInto: '1' as ClassId }),
    ];
    const drafts = draftsFromScan(scan('toxic', 'Rude', 'new one'), { previous: [], existing });
    const { additions, byValue } = resolveClasses(drafts, existing, counter());
    expect(byValue).toEqual({ toxic: '1', Rude: '1', 'new one': 'new-1' });
    expect(additions.map(({ name, key }) => [name, key])).toEqual([['new one', '2']]);
  });

  it('ends on a damaged circle of merges', () => {
    const existing = [
      live('1', 'a', { mergedInto: '2' as ClassId }),
      live('2', 'b', { mergedInto: '1' as ClassId }),
    ];
    expect(existingFor('a', existing)).not.toBeUndefined();
  });

  it('leaves removed labels out of the plan', () => {
    const drafts = patchDraft(draftsFromScan(scan('a', 'b'), nothing), 'value:a', {
      removed: true,
    });
    expect(resolveClasses(drafts, [], counter()).byValue).toEqual({ b: 'new-1' });
  });
});
