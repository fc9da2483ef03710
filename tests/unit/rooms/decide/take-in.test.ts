import { describe, expect, it } from 'vitest';
import type { Project } from '../../../../src/domain/records.ts';
import { planOf } from '../../../../src/rooms/decide/take-in.ts';
import type { ColumnRole, Preview } from '../../../../workers/api.ts';

const preview = (modality: string, guesses: Readonly<Record<string, ColumnRole>>): Preview => ({
  format: 'csv',
  modalities: [modality],
  encoding: 'utf-8',
  delimiter: ';',
  hasHeader: true,
  unit: null,
  columns: Object.entries(guesses).map(([name, guess]) => ({
    name,
    guess,
    type: 'text' as const,
    distinct: [],
    filled: 1,
  })),
  rows: [],
  bad: [],
  sizeBytes: 10,
  warnings: [],
});

const project = (modality: string, columns: readonly string[] = []): Project =>
  ({
    id: 'p1',
    modality,
    settings: { columns: columns.map((name) => ({ name, type: 'number' })) },
  }) as unknown as Project;

describe('files that are taken in without questions', () => {
  it('are read as they were previewed, and their labels are not believed', () => {
    const plan = planOf(
      preview('text', { text: 'content', label: 'label', n: 'field' }),
      project('text'),
    );
    expect(plan).toMatchObject({
      purpose: 'decide',
      options: { format: 'csv', delimiter: ';', hasHeader: true },
      roles: { text: 'content', label: 'field', n: 'field' },
    });
  });

  it('are rows of the project’s own columns, whatever else there is', () => {
    const file = preview('table', { a: 'label', b: 'field', other: 'content' });
    expect(planOf(file, project('table', ['a', 'b'])).roles).toEqual({
      a: 'content',
      b: 'content',
      other: 'ignore',
    });
    expect(() => planOf(file, project('table', ['x']))).toThrow(/not clear which column/);
  });

  it('are refused where they are of another kind', () => {
    expect(() => planOf(preview('table', { a: 'content' }), project('image'))).toThrow(
      /another kind/,
    );
  });
});
