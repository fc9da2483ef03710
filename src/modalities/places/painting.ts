/** Places that a person paints over an explained item, to say something of them. */
import type { ImageContent, SoundContent } from '../../domain/records.ts';
import type { ExplainedViewProps } from '../view-contract.ts';
import { cellsIn, filled, type Grid, regionsOf } from './places.ts';

export interface Painting {
  readonly chosen: ReadonlySet<number>;
  readonly onChoose: (cells: ReadonlySet<number>) => void;
  readonly onDone: (cells: ReadonlySet<number>) => void;
}

/** Painted places as cells of a grid, and back. */
export function paintingOf(
  { painted, onPaint }: Pick<ExplainedViewProps, 'painted' | 'onPaint'>,
  content: ImageContent | SoundContent,
  grid: Grid,
): Painting {
  const paint = (cells: ReadonlySet<number>, isByKeyboard: boolean): void => {
    const regions = regionsOf(cells, grid);
    onPaint({ regions, without: filled(content, regions), isByKeyboard });
  };
  return {
    chosen: cellsIn(painted?.regions ?? [], grid),
    onChoose: (cells) => paint(cells, false),
    onDone: (cells) => paint(cells, true),
  };
}
