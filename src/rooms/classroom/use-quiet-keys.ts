import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const LEADING = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'PageUp',
  'PageDown',
  'Home',
  'End',
];

/** Keys that move within controls here must not lead the lesson on. */
export function useQuietKeys(host: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = host.current;
    const onKey = (event: KeyboardEvent): void => {
      if (LEADING.includes(event.key)) event.stopPropagation();
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, [host]);
}
