import { useLayoutEffect } from 'preact/hooks';

/** Tells whoever asked that the item is on the screen, or that it cannot be shown and said so. */
export function useShown(isShown: boolean, onShown: (() => void) | undefined): void {
  useLayoutEffect(() => {
    if (isShown) onShown?.();
  }, [isShown, onShown]);
}
