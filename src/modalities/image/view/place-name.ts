import type { ImageContent, Region } from '../../../domain/records.ts';
import type { Grid } from '../../places/places.ts';
import { explainGrid, NETWORK_GRID } from '../grid.ts';
import { strings } from './strings.ts';

/** Where a place is: "row 3, column 5", or from where to where when it is larger than a cell. */
export function placeName({ x, y, width, height }: Region, { columns, rows }: Grid): string {
  const span = (start: number, size: number, count: number): string => {
    const first = Math.round(start * count) + 1;
    const last = Math.max(first, Math.round((start + size) * count));
    return first === last ? `${first}` : `${first} to ${last}`;
  };
  return strings.place(span(y, height, rows), span(x, width, columns));
}

/** The grid that a changed place was taken from: the one whose lines it follows. */
export function gridBehind({ x, y, width, height }: Region, content: ImageContent): Grid {
  const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6;
  const usual = explainGrid(content);
  const fits = ({ columns, rows }: Grid): boolean =>
    [x * columns, width * columns, y * rows, height * rows].every(isWhole);
  return [usual, NETWORK_GRID].find(fits) ?? usual;
}
