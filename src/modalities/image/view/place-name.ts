import type { ItemContent, Region } from '../../../domain/records.ts';
import { explainGrid } from '../grid.ts';
import { strings } from './strings.ts';

/** Where a place is: "row 3, column 5", or from where to where when it is larger than a cell. */
export function placeName({ x, y, width, height }: Region, content: ItemContent): string {
  if (content.kind !== 'image') return '';
  const { columns, rows } = explainGrid(content);
  const span = (start: number, size: number, count: number): string => {
    const first = Math.round(start * count) + 1;
    const last = Math.max(first, Math.round((start + size) * count));
    return first === last ? `${first}` : `${first} to ${last}`;
  };
  return strings.place(span(y, height, rows), span(x, width, columns));
}
