import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bitsOf,
  createBitRows,
  firstBit,
  hasBit,
  isSameSet,
  setBit,
} from '../../../src/domain/browse/bits.ts';
import { KIND, type LabelColumns, type ScoreColumns } from '../../../src/domain/browse/columns.ts';
import {
  type BrowseFilter,
  conditionCount,
  EVERYTHING,
  withoutModel,
} from '../../../src/domain/browse/filter.ts';
import { countDisagreement, matcher } from '../../../src/domain/browse/match.ts';
import { hasAll, needlesOf } from '../../../src/domain/browse/needles.ts';
import { orderRows } from '../../../src/domain/browse/order.ts';
import type { AnnotatorId, ImportId } from '../../../src/domain/records.ts';
import { A, B, C } from '../domain/make.ts';

const ME = 'me' as AnnotatorId;
const SECOND = 'import-2' as ImportId;

/** Six items: answered a, answered b (audit), given b, skipped, undecided, undecided. */
function columns(): LabelColumns {
  const labels = createBitRows(6, 3);
  setBit(labels, 0, 0);
  setBit(labels, 1, 1);
  setBit(labels, 2, 1);
  return {
    rows: 6,
    classIds: [A, B, C],
    kind: Uint8Array.of(
      KIND.answered,
      KIND.answered,
      KIND.given,
      KIND.skipped,
      KIND.undecided,
      KIND.undecided,
    ),
    labels,
    audit: Uint8Array.of(0, 1, 0, 0, 0, 0),
    flagged: Uint8Array.of(0, 0, 0, 0, 1, 0),
    at: Float64Array.of(10, 30, 0, 20, 0, 0),
    people: [ME],
    by: Uint16Array.of(1, 1, 0, 1, 0, 0),
    imports: ['import-1' as ImportId, SECOND],
    from: Uint16Array.of(0, 0, 0, 1, 1, 1),
  };
}

/** The model says a, a, b, c, c; it has not seen the sixth item. */
function scores(): ScoreColumns {
  const predicted = createBitRows(5, 3);
  for (const [row, index] of [0, 0, 1, 2, 2].entries()) setBit(predicted, row, index);
  return {
    rows: 5,
    predicted,
    probability: Float32Array.of(0.9, 0.6, 0.8, 0.5, 0.7),
    margin: Float32Array.of(0.8, 0.2, 0.6, 0.05, 0.4),
    ofLabel: Float32Array.of(0.9, 0.3, 0.8, Number.NaN, Number.NaN),
  };
}

function found(patch: Partial<BrowseFilter>, model: ScoreColumns | null = scores()): number[] {
  const own = columns();
  const isWanted = matcher({ ...EVERYTHING, ...patch }, own, model);
  return Array.from({ length: own.rows }, (_, row) => row).filter(isWanted);
}

describe('sets as bits', () => {
  it('hold what was put in, for any number of classes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 99 })), (classes) => {
        const sets = createBitRows(3, 100);
        for (const index of classes) setBit(sets, 1, index);
        const sorted = [...classes].sort((a, b) => a - b);
        expect(bitsOf(sets, 1)).toEqual(sorted);
        expect(firstBit(sets, 1)).toBe(sorted[0] ?? -1);
        expect(bitsOf(sets, 0)).toEqual([]);
        const all = Array.from({ length: 100 }, (_, index) => index);
        expect(all.filter((index) => hasBit(sets, 1, index))).toEqual(sorted);
      }),
    );
  });

  it('are the same only with the same classes', () => {
    const [a, b] = [createBitRows(1, 40), createBitRows(1, 40)];
    setBit(a, 0, 39);
    expect(isSameSet(a, b, 0)).toBe(false);
    setBit(b, 0, 39);
    expect(isSameSet(a, b, 0)).toBe(true);
  });
});

describe('conditions', () => {
  it.each([
    ['nothing', {}, [0, 1, 2, 3, 4, 5]],
    ['undecided', { decision: 'undecided' }, [4, 5]],
    ['given', { decision: 'given' }, [2]],
    ['labelled as b, by whomever', { label: B }, [1, 2]],
    ['predicted as c', { predicted: C }, [3, 4]],
    ['a band, ends included', { low: 60, high: 80 }, [1, 2, 4]],
    ['differing', { isDiffering: true }, [1]],
    ['flagged', { isFlagged: true }, [4]],
    ['audit', { isAudit: true }, [1]],
    ['by me', { by: ME }, [0, 1, 3]],
    ['by somebody unknown', { by: 'x' as AnnotatorId }, []],
    ['the second import', { from: SECOND }, [3, 4, 5]],
    ['two at once', { from: SECOND, predicted: C }, [3, 4]],
  ] as const)('%s', (_, patch, rows) => {
    expect(found(patch)).toEqual(rows);
  });

  it('on a model that is not there hold for nothing; those on people do', () => {
    expect(found({ predicted: C }, null)).toEqual([]);
    expect(found({ isDiffering: true }, null)).toEqual([]);
    expect(found({ label: B }, null)).toEqual([1, 2]);
  });

  it('lose what goes by the model where its answers are not to be seen', () => {
    const all = { ...EVERYTHING, text: 'x', predicted: C, low: 5, high: 60, isDiffering: true };
    expect(withoutModel({ ...all, sort: 'against' })).toEqual({ ...EVERYTHING, text: 'x' });
    expect(withoutModel({ ...all, sort: 'newest' }).sort).toBe('newest');
  });

  it('are counted, and the order is none', () => {
    expect(conditionCount(EVERYTHING)).toBe(0);
    expect(conditionCount({ ...EVERYTHING, sort: 'margin', isReversed: true })).toBe(0);
    expect(conditionCount({ ...EVERYTHING, text: 'x', low: 3, isAudit: true })).toBe(3);
  });
});

describe('disagreement', () => {
  it('counts labelled items that the model has an answer for', () => {
    expect(countDisagreement(columns(), scores())).toEqual({ compared: 3, differing: 1 });
    expect(countDisagreement(columns(), null)).toEqual({ compared: 0, differing: 0 });
  });

  it('leaves out what could not be read: the model says nothing of it', () => {
    const model = scores();
    const unread = { ...model, predicted: createBitRows(5, 3) };
    unread.probability.fill(Number.NaN, 0, 2);
    expect(countDisagreement(columns(), unread)).toEqual({ compared: 1, differing: 1 });
    expect(found({ isDiffering: true }, unread)).toEqual([2]);
  });
});

describe('orders', () => {
  const order = (sort: BrowseFilter['sort'], isReversed = false): number[] => [
    ...orderRows({
      rows: Uint32Array.of(0, 1, 2, 3, 4, 5),
      sort,
      isReversed,
      columns: columns(),
      scores: scores(),
    }),
  ];

  it.each([
    ['file', [0, 1, 2, 3, 4, 5]],
    ['newest', [1, 3, 0, 2, 4, 5]],
    ['probability', [0, 2, 4, 1, 3, 5]],
    ['margin', [3, 1, 4, 2, 0, 5]],
    ['against', [1, 2, 0, 3, 4, 5]],
  ] as const)('%s', (sort, rows) => {
    expect(order(sort)).toEqual(rows);
  });

  it('reversed keep rows without a score last', () => {
    expect(order('file', true)).toEqual([5, 4, 3, 2, 1, 0]);
    expect(order('newest', true)).toEqual([0, 3, 1, 2, 4, 5]);
    expect(order('margin', true)).toEqual([0, 2, 4, 1, 3, 5]);
  });

  it('without a model are those of the file', () => {
    const rows = Uint32Array.of(4, 5);
    const input = { rows, columns: columns(), scores: null, isReversed: false } as const;
    expect([...orderRows({ ...input, sort: 'margin' })]).toEqual([4, 5]);
  });
});

describe('words', () => {
  it('must all occur, in any order and case; quoted ones stay together', () => {
    expect(needlesOf('  Two "Three Four" ')).toEqual(['two', 'three four']);
    expect(needlesOf('" "')).toEqual([]);
    expect(hasAll('three four and two', needlesOf('two "three four"'))).toBe(true);
    expect(hasAll('four three two', needlesOf('two "three four"'))).toBe(false);
  });
});
