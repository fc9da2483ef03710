import { describe, expect, it } from 'vitest';
import { isFullyLabelled } from '../../../../src/rooms/import/fully-labelled.ts';
import { reduce } from '../../../../src/rooms/import/reducer.ts';
import { startState } from '../../../../src/rooms/import/state.ts';
import { previewOf } from './preview-of.ts';

const withLabels = (cells: readonly string[], counted: number) =>
  reduce(
    reduce(startState(null), {
      type: 'previewed',
      preview: previewOf({
        text: { guess: 'content', cells: cells.map(() => 'some words') },
        label: { guess: 'label', cells },
      }),
    }),
    {
      type: 'scanned',
      scan: { labels: [{ value: 'a', count: counted }], rows: 100, truncated: false },
    },
  );

describe('a file that is labelled already', () => {
  it('is told by the whole file, not by its first rows', () => {
    expect(isFullyLabelled(withLabels(['a', 'a'], 100))).toBe(true);
    expect(isFullyLabelled(withLabels(['a', 'a'], 40))).toBe(false);
    expect(isFullyLabelled(withLabels(['a', ''], 100))).toBe(false);
  });

  it('is no matter when its labels stay hidden', () => {
    const state = withLabels(['a', 'a'], 100);
    expect(isFullyLabelled(reduce(state, { type: 'role', column: 'label', role: 'oracle' }))).toBe(
      false,
    );
  });
});
