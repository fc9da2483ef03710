/**
 * Numbers that are all measured in one unit (points of light in a picture, channels of a spectrum,
 * marks from 1 to 5): there a difference of one counts alike in every column. Scaled each by its own
 * spread, a column that hardly ever varies would count as much as those that tell the rows apart. So
 * they have one spread together. Found from the bounds alone, no label: many columns, none of which
 * leaves bounds that most of them reach on both sides.
 */
import type { UnplacedColumn } from './place-columns.ts';
import type { Ramp } from './state.ts';

/** In fewer columns equal bounds are chance, and each column's own spread is known to do well. */
const LEAST_COLUMNS = 16;
/** Share of the columns that reach both bounds; also of those that are more than yes or no. */
const LEAST_SHARE = 0.5;

/** The same columns where no unit is common; categories, dates and texts are never touched. */
export function shareUnit(found: readonly UnplacedColumn[]): readonly UnplacedColumn[] {
  const ramps = found.flatMap((column) =>
    column.kind === 'number' && column.ramp.edges.length > 0 ? [column.ramp] : [],
  );
  if (!isOneUnit(ramps)) return found;
  const square = ramps.reduce((sum, { spread }) => sum + spread ** 2, 0) / ramps.length;
  const spread = Math.sqrt(square);
  return found.map((column) =>
    column.kind === 'number' ? { ...column, ramp: { ...column.ramp, spread } } : column,
  );
}

/** Of columns that vary. */
function isOneUnit(ramps: readonly Ramp[]): boolean {
  if (ramps.length < LEAST_COLUMNS) return false;
  const bounds = ramps.map(({ quantiles }) => [quantiles[0], quantiles.at(-1)] as [number, number]);
  const least = Math.min(...bounds.map(([low]) => low));
  const most = Math.max(...bounds.map(([, high]) => high));
  const full = bounds.filter(([low, high]) => low === least && high === most).length;
  const gradual = ramps.filter(({ edges }) => edges.length > 1).length;
  return Math.min(full, gradual) >= LEAST_SHARE * ramps.length;
}
