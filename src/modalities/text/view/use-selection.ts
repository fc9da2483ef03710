import { useEffect, useRef } from 'preact/hooks';
import type { SpanPart } from '../../explain-contract.ts';
import { wordsIn } from './runs.ts';
import { selectedStretch } from './text-offsets.ts';

/** Milliseconds a selection must rest before the bar comes, so that dragging does not make it jump. */
const REST_MS = 200;

/** Runs `onSelect` with the words of a selection once it rests. */
export function useSelection(
  root: { readonly current: HTMLElement | null },
  parts: readonly SpanPart[],
  onSelect: (start: number, end: number) => void,
): void {
  const latest = useRef({ parts, onSelect });
  latest.current = { parts, onSelect };
  useEffect(() => {
    let timer = 0;
    const read = (): void => {
      const stretch = root.current && selectedStretch(root.current);
      const words = stretch && wordsIn(latest.current.parts, stretch.start, stretch.end);
      if (words) latest.current.onSelect(words.start, words.end);
    };
    const onChange = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(read, REST_MS);
    };
    document.addEventListener('selectionchange', onChange);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', onChange);
    };
  }, [root]);
}
