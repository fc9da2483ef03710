/** What holds of an item's content whatever its kind. */
import type { ItemContent, Region } from './records.ts';

/** Equal contents, equal keys. */
export function contentKey(content: ItemContent): string {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'table':
      return JSON.stringify(Object.entries(content.cells).sort(([a], [b]) => (a < b ? -1 : 1)));
    default: {
      const { blob, patches = [] } = content;
      return JSON.stringify([blob, content.kind === 'sound' ? content.startMs : 0, patches]);
    }
  }
}

/** An item in one line, for lists and for screen readers. */
export function contentTitle(content: ItemContent): string {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'table':
      return Object.entries(content.cells)
        .map(([name, cell]) => `${name}: ${cell === '' ? '–' : cell}`)
        .join(' · ');
    case 'image':
      return content.name;
    case 'sound':
      return content.startMs === 0 ? content.name : `${content.name} ${clock(content.startMs)}`;
  }
}

/** True when there is nothing in it that a person could answer about. */
export function isEmptyContent(content: ItemContent): boolean {
  if (content.kind === 'text') return content.text.trim() === '';
  if (content.kind === 'table') return Object.values(content.cells).every((cell) => cell === '');
  return false;
}

/** Minutes and seconds since the beginning: 1:04.5 */
function clock(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const seconds = (ms % 60_000) / 1000;
  const shown = Number.isInteger(seconds) ? String(seconds) : seconds.toFixed(1);
  return `${minutes}:${shown.padStart(seconds < 10 ? shown.length + 1 : shown.length, '0')}`;
}

/** Share of the whole that lies in any of the regions, in [0, 1]; overlaps count once. */
export function coveredShare(regions: readonly Region[]): number {
  const GRID = 64;
  let covered = 0;
  for (let row = 0; row < GRID; row++) {
    for (let column = 0; column < GRID; column++) {
      const [x, y] = [(column + 0.5) / GRID, (row + 0.5) / GRID];
      if (regions.some((region) => isIn(region, x, y))) covered += 1;
    }
  }
  return covered / (GRID * GRID);
}

function isIn({ x, y, width, height }: Region, atX: number, atY: number): boolean {
  return atX >= x && atX < x + width && atY >= y && atY < y + height;
}
