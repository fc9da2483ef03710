/** What is shown, as the rest of an address: "back" works, and a link shows the same again. Pure. */
import { type BrowseFilter, DECISIONS, EVERYTHING, SORTS } from '../../domain/browse/filter.ts';
import type { AnnotatorId, ClassId, ImportId } from '../../domain/records.ts';

export const VIEWS = ['list', 'grid', 'map'] as const;
export type View = (typeof VIEWS)[number];

export const COLOURINGS = ['label', 'predicted', 'unsure'] as const;
/** What the colours of the map tell. */
export type Colouring = (typeof COLOURINGS)[number];

export interface Place {
  readonly filter: BrowseFilter;
  readonly view: View;
  readonly colouring: Colouring;
}

export const START: Place = { filter: EVERYTHING, view: 'list', colouring: 'label' };

/** Only what differs from the start is written. */
export function toAddress({ filter, view, colouring }: Place): string {
  const { text, decision, label, predicted, low, high, by, from, sort } = filter;
  const written: Readonly<Record<string, string | null>> = {
    view: view === START.view ? null : view,
    colour: colouring === START.colouring ? null : colouring,
    q: text === '' ? null : text,
    state: decision === 'all' ? null : decision,
    label,
    says: predicted,
    sure: low === 0 && high === 100 ? null : `${low}-${high}`,
    differs: filter.isDiffering ? '1' : null,
    flagged: filter.isFlagged ? '1' : null,
    audit: filter.isAudit ? '1' : null,
    by,
    from,
    sort: sort === 'file' ? null : sort,
    reverse: filter.isReversed ? '1' : null,
  };
  const kept = Object.entries(written).flatMap(([key, value]) =>
    value === null ? [] : [[key, value]],
  );
  return new URLSearchParams(kept).toString();
}

/** An address that somebody typed wrongly shows everything where it cannot be understood. */
export function fromAddress(path: string): Place {
  const read = new URLSearchParams(path);
  const isSet = (key: string): boolean => read.get(key) === '1';
  const [low, high] = bandOf(read.get('sure'));
  return {
    view: oneOf(VIEWS, read.get('view'), START.view),
    colouring: oneOf(COLOURINGS, read.get('colour'), START.colouring),
    filter: {
      text: read.get('q') ?? '',
      decision: oneOf(DECISIONS, read.get('state'), 'all'),
      label: read.get('label') as ClassId | null,
      predicted: read.get('says') as ClassId | null,
      low,
      high,
      isDiffering: isSet('differs'),
      isFlagged: isSet('flagged'),
      isAudit: isSet('audit'),
      by: read.get('by') as AnnotatorId | null,
      from: read.get('from') as ImportId | null,
      sort: oneOf(SORTS, read.get('sort'), 'file'),
      isReversed: isSet('reverse'),
    },
  };
}

function oneOf<T extends string>(known: readonly T[], value: string | null, otherwise: T): T {
  return known.find((one) => one === value) ?? otherwise;
}

function bandOf(value: string | null): readonly [number, number] {
  const [, low, high] = /^(\d{1,3})-(\d{1,3})$/.exec(value ?? '') ?? [];
  const band = [Number(low ?? 0), Number(high ?? 100)] as const;
  return band[0] <= band[1] && band[1] <= 100 ? band : [0, 100];
}
