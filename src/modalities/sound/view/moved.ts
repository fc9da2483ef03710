import { ROWS } from '../lattice.ts';

/** Where an arrow key leads, or null for other keys. */
export function moved(from: number, key: string, columns: number): number | null {
  const [row, column] = [Math.floor(from / columns), from % columns];
  switch (key) {
    case 'ArrowLeft':
      return row * columns + Math.max(0, column - 1);
    case 'ArrowRight':
      return row * columns + Math.min(columns - 1, column + 1);
    case 'ArrowUp':
      return Math.max(0, row - 1) * columns + column;
    case 'ArrowDown':
      return Math.min(ROWS - 1, row + 1) * columns + column;
    case 'Home':
      return row * columns;
    case 'End':
      return row * columns + columns - 1;
    default:
      return null;
  }
}
