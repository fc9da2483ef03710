import { describe, expect, it } from 'vitest';
import {
  carryRoles,
  columnsWith,
  rolesForMode,
  rolesFromGuesses,
  withRole,
} from '../../../../src/rooms/import/roles.ts';
import { previewOf } from './preview-of.ts';

describe('roles of columns', () => {
  it('lets only one column be the id; the old one becomes an extra field', () => {
    const roles = withRole(
      { a: 'id', b: 'content', c: 'field' },
      { column: 'c', role: 'id', mode: 'single' },
    );
    expect(roles).toEqual({ a: 'field', b: 'content', c: 'id' });
  });

  it('lets several columns be text, and several be labels only with several labels', () => {
    const start = { a: 'label', b: 'content', c: 'field' } as const;
    const change = { column: 'c', role: 'label' } as const;
    expect(withRole(start, { ...change, mode: 'single' }).a).toBe('field');
    expect(withRole(start, { ...change, mode: 'multi' }).a).toBe('label');
    expect(
      columnsWith(withRole(start, { column: 'c', role: 'content', mode: 'single' }), 'content'),
    ).toEqual(['b', 'c']);
  });

  it('keeps the first of two guessed labels and finds a text where none is guessed', () => {
    const preview = previewOf({
      kind: { guess: 'label', cells: ['a', 'b'] },
      other: { guess: 'label', cells: ['x', 'y'] },
      words: { guess: 'field', cells: ['a long enough sentence', 'another one'] },
    });
    expect(rolesFromGuesses(preview, 'single')).toEqual({
      kind: 'label',
      other: 'field',
      words: 'content',
    });
  });

  it('gives surplus label columns back when there is to be one label', () => {
    expect(rolesForMode({ a: 'label', b: 'label', c: 'oracle' }, 'single')).toEqual({
      a: 'label',
      b: 'field',
      c: 'oracle',
    });
  });

  it('keeps what was chosen while the columns are the same', () => {
    const chosen = { a: 'ignore', b: 'content' } as const;
    expect(carryRoles({ a: 'field', b: 'content' }, chosen)).toBe(chosen);
    const fresh = { a: 'field', c: 'content' } as const;
    expect(carryRoles(fresh, chosen)).toBe(fresh);
  });
});
