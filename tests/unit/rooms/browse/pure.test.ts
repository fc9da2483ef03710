import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute } from '../../../../src/app/router.ts';
import { DECISIONS, EVERYTHING, SORTS } from '../../../../src/domain/browse/filter.ts';
import type { AnnotatorId, ClassId, ImportId, ProjectId } from '../../../../src/domain/records.ts';
import {
  COLOURINGS,
  fromAddress,
  START,
  toAddress,
  VIEWS,
} from '../../../../src/rooms/browse/address.ts';
import {
  chosenRows,
  grown,
  movedTo,
  nothing,
  set,
  stretchedTo,
  toggled,
  within,
} from '../../../../src/rooms/browse/selection.ts';

const idOrNull = <T>() => fc.option(fc.string({ minLength: 1 }), { nil: null }) as fc.Arbitrary<T>;
const places = fc.record({
  view: fc.constantFrom(...VIEWS),
  colouring: fc.constantFrom(...COLOURINGS),
  filter: fc
    .record({
      text: fc.string(),
      decision: fc.constantFrom(...DECISIONS),
      label: idOrNull<ClassId | null>(),
      predicted: idOrNull<ClassId | null>(),
      band: fc.tuple(fc.nat({ max: 100 }), fc.nat({ max: 100 })),
      isDiffering: fc.boolean(),
      isFlagged: fc.boolean(),
      isAudit: fc.boolean(),
      by: idOrNull<AnnotatorId | null>(),
      from: idOrNull<ImportId | null>(),
      sort: fc.constantFrom(...SORTS),
      isReversed: fc.boolean(),
    })
    .map(({ band, ...rest }) => ({ ...rest, low: Math.min(...band), high: Math.max(...band) })),
});

describe('addresses', () => {
  it('show the same again, whatever was typed, through the hash of the page', () => {
    fc.assert(
      fc.property(places, (place) => {
        const hash = formatRoute('browse', 'p' as ProjectId, toAddress(place));
        expect(fromAddress(parseRoute(hash).path)).toEqual(place);
      }),
    );
  });

  it('are short, and empty at the start', () => {
    expect(toAddress(START)).toBe('');
    expect(toAddress({ ...START, filter: { ...EVERYTHING, text: 'a/b c' } })).toBe('q=a%2Fb+c');
  });

  it('that are wrong show everything where they cannot be understood', () => {
    expect(fromAddress('view=globe&sort=%00&sure=90-10&state=x&differs=yes')).toEqual(START);
    expect(fromAddress('sure=20-200').filter.high).toBe(100);
  });
});

describe('selecting', () => {
  const order = Uint32Array.of(4, 2, 0, 1, 3);

  it('follows the order shown, not that of the file', () => {
    const one = toggled(nothing(5), 2, 1);
    const some = stretchedTo(one, 3, order);
    expect([...chosenRows(some)]).toEqual([0, 1, 2]);
    expect(some.count).toBe(3);
    expect([...chosenRows(stretchedTo(some, 0, order))]).toEqual([0, 1, 2, 4]);
  });

  it('counts no item twice, and takes back', () => {
    const all = set(set(nothing(5), order), order);
    expect(all.count).toBe(5);
    expect(set(all, [1, 1], false).count).toBe(4);
    expect(toggled(all, 4, 0).count).toBe(4);
  });

  it('goes on from the last item where less is shown than before', () => {
    const far = { ...nothing(5), cursor: 4, anchor: 3 };
    expect(within(far, 2)).toMatchObject({ cursor: 1, anchor: 1 });
    expect(within(far, 0)).toMatchObject({ cursor: 0, anchor: 0 });
    expect(within(far, 5)).toBe(far);
  });

  it('stays when the project grows', () => {
    const some = grown(set(nothing(2), [1]), 4);
    expect([...chosenRows(set(some, [3]))]).toEqual([1, 3]);
  });
});

describe('moving by keyboard', () => {
  const move = (cursor: number, key: string): number | null =>
    movedTo(cursor, { key, columns: 3, page: 2, count: 8 });

  it.each([
    [0, 'ArrowRight', 1],
    [0, 'ArrowUp', 0],
    [1, 'ArrowDown', 4],
    [6, 'ArrowDown', 6],
    [1, 'PageDown', 7],
    [7, 'PageUp', 1],
    [3, 'Home', 0],
    [3, 'End', 7],
  ])('from %i by %s to %i', (cursor, key, to) => {
    expect(move(cursor, key)).toBe(to);
  });

  it('leaves other keys alone', () => {
    expect(move(0, 'x')).toBeNull();
    expect(movedTo(0, { key: 'End', columns: 1, page: 1, count: 0 })).toBeNull();
  });
});
