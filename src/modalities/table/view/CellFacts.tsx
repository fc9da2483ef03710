import { percent } from '../../../ui/percent.ts';
import type { ColumnOverview } from '../overview.ts';
import { placeOfCell, type Unusual } from './place.ts';
import { strings } from './strings.ts';

export interface CellFactsProps {
  readonly cell: string;
  readonly column: ColumnOverview | undefined;
}

const SIGNS: Readonly<Record<NonNullable<Unusual>, string>> = {
  high: '▲',
  low: '▼',
  rare: '◆',
  unseen: '◇',
};

function wordOf(unusual: NonNullable<Unusual>, isDate: boolean): string {
  if (isDate && unusual === 'high') return strings.unusuallyLate;
  if (isDate && unusual === 'low') return strings.unusuallyEarly;
  return strings[unusual];
}

/** How usual a value is: in words for everyone, and marked where it is not. */
export function CellFacts({ cell, column }: CellFactsProps) {
  const place = placeOfCell(cell, column);
  if (place.kind === 'none') return null;
  if (place.kind === 'missing')
    return column && column.missing > 0 ? (
      <span class="table-fact">{strings.missingShare(percent(column.missing))}</span>
    ) : null;
  const { unusual } = place;
  const isDate = column?.kind === 'date';
  const where =
    place.kind === 'share'
      ? strings.inRows(percent(place.share))
      : (isDate ? strings.late : strings.above)(percent(place.rank));
  if (!unusual) return <span class="visually-hidden">{where}</span>;
  return (
    <span class="table-fact table-unusual">
      <span aria-hidden="true">{SIGNS[unusual]}</span> {wordOf(unusual, isDate)}
      <span class="visually-hidden">, {where}</span>
    </span>
  );
}
