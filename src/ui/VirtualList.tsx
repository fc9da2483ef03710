import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';
import './virtual-list.css';

export interface VirtualListProps {
  readonly count: number;
  /** Likely height of a row in pixels; measured once it is there. */
  readonly estimate: number;
  readonly render: (index: number) => ComponentChildren;
  readonly label: string;
}

/** Draws only the rows in sight. */
export function VirtualList({ count, estimate, render, label }: VirtualListProps) {
  const element = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const virtualizer = useRef<Virtualizer<HTMLDivElement, HTMLElement> | null>(null);
  const options = {
    count,
    estimateSize: () => estimate,
    getScrollElement: () => element.current,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(0),
    overscan: 6,
  };
  virtualizer.current ??= new Virtualizer(options);
  virtualizer.current.setOptions(options);
  const list = virtualizer.current;
  useEffect(() => list._didMount(), [list]);
  useEffect(() => list._willUpdate());
  return (
    // biome-ignore lint/a11y/useSemanticElements: a positioned list cannot be a ul
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div class="virtual-list" ref={element} role="list" aria-label={label} tabIndex={0}>
      <div
        class="virtual-list-all"
        role="presentation"
        style={{ height: `${list.getTotalSize()}px` }}
      >
        {list.getVirtualItems().map((row) => (
          // biome-ignore lint/a11y/useSemanticElements: see above
          <div
            key={row.key}
            role="listitem"
            aria-setsize={count}
            aria-posinset={row.index + 1}
            class="virtual-list-row"
            data-index={row.index}
            ref={(node) => list.measureElement(node)}
            style={{ transform: `translateY(${row.start}px)` }}
          >
            {render(row.index)}
          </div>
        ))}
      </div>
    </div>
  );
}
