import type { ColumnOverview } from '../overview.ts';
import { numberIn, placeOfCell, positionOf } from './place.ts';

export interface DistributionProps {
  readonly cell: string;
  readonly column: ColumnOverview | undefined;
}

/** The column in little: where half and nine tenths of the rows lie, and where this one does. */
export function Distribution({ cell, column }: DistributionProps) {
  const place = placeOfCell(cell, column);
  if (!column || place.kind === 'none' || column.kind === 'text') return <span />;
  return (
    <svg class="table-strip" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
      {column.kind === 'category' ? (
        <Share share={place.kind === 'share' ? place.share : 0} />
      ) : (
        <Range quantiles={column.quantiles} value={numberIn(cell, column)} />
      )}
    </svg>
  );
}

function Share({ share }: { readonly share: number }) {
  return (
    <>
      <rect class="table-strip-track" x="0" y="6" width="100" height="4" />
      <rect class="table-strip-mark" x="0" y="4" width={Math.max(0.8, share * 100)} height="8" />
    </>
  );
}

interface RangeProps {
  readonly quantiles: readonly number[];
  readonly value: number;
}

function Range({ quantiles, value }: RangeProps) {
  const at = (index: number): number => 100 * positionOf(quantiles[index] ?? 0, quantiles);
  const isHere = Number.isFinite(value);
  return (
    <>
      <rect
        class="table-strip-track"
        x={at(1)}
        y="7"
        width={Math.max(0.5, at(5) - at(1))}
        height="2"
      />
      <rect
        class="table-strip-half"
        x={at(2)}
        y="4"
        width={Math.max(0.5, at(4) - at(2))}
        height="8"
      />
      {isHere && (
        <rect
          class="table-strip-mark"
          x={Math.min(98, Math.max(0, 100 * positionOf(value, quantiles) - 1))}
          y="0"
          width="2"
          height="16"
        />
      )}
    </>
  );
}
