import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import './virtual-grid.css';

export interface GridLayout {
  readonly columns: number;
  /** Rows in sight. */
  readonly page: number;
}

export interface VirtualGridProps {
  readonly count: number;
  /** Exact, in pixels: nothing is measured, so that a jump to the last of 100,000 is exact. */
  readonly rowHeight: number;
  /** Least width of a cell in pixels; null = one column. */
  readonly cellWidth: number | null;
  readonly label: string;
  /** The place that stays drawn, is scrolled to when it changes, and takes the focus with `focusTurn`. */
  readonly cursor: number;
  /** Another number, another wish to have the focus on what is at the cursor. */
  readonly focusTurn: number;
  readonly render: (index: number) => ComponentChildren;
  readonly onKeyDown: (event: KeyboardEvent, layout: GridLayout) => void;
}

/** Draws only what is in sight of a list or grid of equal cells. What can be focused in a cell carries `data-cell`. */
export function VirtualGrid(props: VirtualGridProps) {
  const { count, rowHeight, cellWidth, label, cursor, focusTurn, render, onKeyDown } = props;
  const element = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const columns = useColumns(element, cellWidth, () => redraw(0));
  const list = useVirtualizer(element, () => redraw(0), {
    count: Math.ceil(count / columns),
    rowHeight,
    kept: Math.floor(cursor / columns),
  });
  useLayoutEffect(() => {
    if (focusTurn === 0) return;
    list.scrollToIndex(Math.floor(cursor / columns), { align: 'auto' });
    const cell = element.current?.querySelector(`[data-at="${cursor}"] [data-cell]`);
    (cell as HTMLElement | null)?.focus({ preventScroll: true });
  }, [cursor, focusTurn, columns, list]);
  const page = Math.max(1, Math.floor((element.current?.clientHeight ?? rowHeight) / rowHeight));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the cells inside
    <div
      ref={element}
      class="virtual-grid"
      onKeyDown={(event) => onKeyDown(event, { columns, page })}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a positioned list cannot be a ul */}
      <div
        class="virtual-grid-all"
        role="list"
        aria-label={label}
        style={{ height: `${list.getTotalSize()}px` }}
      >
        {list.getVirtualItems().flatMap((row) =>
          Array.from({ length: Math.min(columns, count - row.index * columns) }, (_, column) => {
            const index = row.index * columns + column;
            const left = `${(100 * column) / columns}%`;
            const size = { width: `${100 / columns}%`, height: `${rowHeight}px` };
            return (
              // biome-ignore lint/a11y/useSemanticElements: see above
              <div
                key={index}
                role="listitem"
                aria-setsize={count}
                aria-posinset={index + 1}
                class="virtual-grid-cell"
                data-at={index}
                style={{ top: `${row.start}px`, left, ...size }}
              >
                {render(index)}
              </div>
            );
          }),
        )}
      </div>
    </div>
  );
}

interface Rows {
  readonly count: number;
  readonly rowHeight: number;
  /** Drawn wherever it is, so that the focus is never lost. */
  readonly kept: number;
}

function useVirtualizer(
  element: { readonly current: HTMLDivElement | null },
  redraw: () => void,
  { count, rowHeight, kept }: Rows,
) {
  const virtualizer = useRef<Virtualizer<HTMLDivElement, HTMLElement> | null>(null);
  const options = {
    count,
    estimateSize: () => rowHeight,
    getScrollElement: () => element.current,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: redraw,
    overscan: 4,
    rangeExtractor: (range: Range) => {
      const own = defaultRangeExtractor(range);
      return own.includes(kept) || kept >= count ? own : [...own, kept].sort((a, b) => a - b);
    },
  };
  virtualizer.current ??= new Virtualizer(options);
  const list = virtualizer.current;
  list.setOptions(options);
  useEffect(() => list._didMount(), [list]);
  useEffect(() => list._willUpdate());
  useEffect(() => list.measure(), [list, rowHeight]);
  return list;
}

/** As many as fit beside each other. */
function useColumns(
  element: { readonly current: HTMLDivElement | null },
  cellWidth: number | null,
  onChange: () => void,
): number {
  const columns = useRef(1);
  useLayoutEffect(() => {
    const node = element.current;
    if (!node) return;
    const read = (): void => {
      const next = cellWidth === null ? 1 : Math.max(1, Math.floor(node.clientWidth / cellWidth));
      if (next === columns.current) return;
      columns.current = next;
      onChange();
    };
    const observer = new ResizeObserver(read);
    observer.observe(node);
    read();
    return () => observer.disconnect();
  }, [cellWidth]);
  return columns.current;
}
